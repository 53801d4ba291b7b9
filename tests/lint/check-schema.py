#!/usr/bin/python3
"""The schemas are sound and say what the loader says: check-schema.py ROOT

They hold for the courses that are good, and fail for every fixture of a fault,
where the loader fails. What no schema can see is listed below: whoever adds a
fault decides on which side it falls.
"""
import json
import pathlib
import re
import sys

import jsonschema

# Why a schema cannot see a fault: the faults, by the names of their fixtures.
UNSEEN = {
    "lessons are not JSON":
        "broken-concept-link broken-heading-link broken-row-link image-outside missing-image",
    "the file is not JSON": "not-utf8 syntax-comma syntax-table",
    "no file says what is in the folder":
        "lesson-outside missing-lesson missing-table table-outside",
    "no id is compared with another":
        "bad-figure bad-glossary bad-glossary-forms cycle duplicate-concept duplicate-row "
        "duplicate-table figure-column-type leak-unknown-concept unknown-after-duplicate unknown-choice unknown-column "
        "unknown-column-table unknown-concept unknown-parent unknown-row",
    "no text is compared with the course's languages":
        "half-translated-row missing-language undeclared-language",
    "no value is compared with its column": "bad-link figure-below-zero figure-line-zero missing-row-name wrong-type-number",
}

root = pathlib.Path(sys.argv[1]).resolve()
findings = []


def find(path, pointer, cause):
    findings.append("%s: %s: %s" % (path.relative_to(root), pointer or "the whole", cause))


def read(path):
    """What the file holds; None where it is not JSON."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return None


def problems(instance, schema):
    """Pointer and cause of each way in which something is not as a schema has it."""
    for error in jsonschema.Draft202012Validator(schema).iter_errors(instance):
        yield "".join("/%s" % part for part in error.absolute_path), error.message[:200]


def subschemas(node):
    if isinstance(node, dict):
        yield node
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else []:
        yield from subschemas(inner)


schema_files = sorted((root / "data/schema").glob("*.json"))
schemas = {path.name: read(path) for path in schema_files}
for path in schema_files:
    for pointer, cause in problems(schemas[path.name], jsonschema.Draft202012Validator.META_SCHEMA):
        find(path, pointer, cause)
    # An editor may have but one of them, and nothing is fetched.
    refs = {node["$ref"] for node in subschemas(schemas[path.name]) if "$ref" in node}
    for ref in sorted(refs - {"#/$defs/" + name for name in schemas[path.name]["$defs"]}):
        find(path, "", "%s is not in this file" % ref)
if findings:    # then nothing can be said of the courses
    print("\n".join(findings))
    sys.exit(1)


def errors_of(path):
    name = "course.schema.json" if path.name == "course.json" else "table.schema.json"
    return problems(read(path), schemas[name])


def json_files(folder):
    """Whatever a folder holds of a course, apart from what is not JSON."""
    return [path for path in sorted(folder.rglob("*.json")) if read(path) is not None]


def check_good(folder):
    for path in json_files(folder):
        for pointer, cause in errors_of(path):
            find(path, pointer, cause)
        named = read(path).get("$schema")
        if named and (path.parent / named).resolve() not in schema_files:
            find(path, "/$schema", "there is no such schema")


def near(one, other):
    """Whether a place of the schema is one of the loader, holds it or lies in it."""
    return (other + "/").startswith(one + "/") or other != "" and one.startswith(other + "/")


def check_fault(folder):
    """Fails only where the loader does, and not at all if that cannot be seen."""
    unseen = [why for why, names in UNSEEN.items() if folder.name in names.split()]
    expected = (folder / "expected").read_text()
    reported = re.findall(r"^([^:]+):(?:\d+:\d+:)? (/[^:]*)?", expected, re.M)    # file, pointer
    seen = False
    for path in json_files(folder):
        name = str(path.relative_to(folder))
        for pointer, cause in errors_of(path):
            seen = True
            if unseen:
                find(path, pointer, "seen, though %s: %s" % (unseen[0], cause))
            elif not any(name == file and near(pointer, where) for file, where in reported):
                find(path, pointer, "the loader reports nothing here: %s" % cause)
    if not seen and not unseen:
        find(folder, "", "no schema sees this fault: let one, or list it in check-schema.py")


def words(pattern):
    """The lists of words that the loader has, each sorted."""
    source = "".join(path.read_text() for path in sorted((root / "src/core/course").glob("*.c")))
    bodies = re.findall(pattern + r"\[\] = \{([^}]*)\}", source)
    return sorted(sorted(re.findall(r'"([^"]+)"', body)) for body in bodies)


def compare(what, loader, schema):
    for names in loader:
        if names not in schema:
            find(root / "data/schema", "", "no schema has the loader's %s: %s" % (what, " ".join(names)))
    for names in schema:
        if names not in loader:
            find(root / "data/schema", "", "the loader does not have these %s: %s" % (what, " ".join(names)))


check_good(root / "data/courses")
check_good(root / "tests/fixtures/good")
check_good(root / "tests/fixtures/everything")
faults = [path for path in sorted((root / "tests/fixtures/faults").iterdir()) if path.is_dir()]
for folder in faults:
    check_fault(folder)
for name in " ".join(UNSEEN.values()).split():
    if name not in [folder.name for folder in faults]:
        find(root / "tests/fixtures/faults" / name, "", "listed in check-schema.py, but not there")

nodes = [node for schema in schemas.values() for node in subschemas(schema)]
closed = [node["properties"] for node in nodes if node.get("additionalProperties") is False]
compare("fields", words(r"\b(?:(?:mind_map|timeline|bubbles)_)?names"), [sorted(fields) for fields in closed])
compare("words", words(r"\b(?:type_names|types)"), [sorted(node["enum"]) for node in nodes if "enum" in node])
for fields in closed:
    for name, field in fields.items():
        if "description" not in field:
            find(root / "data/schema", "", "the field %s of %s has no description" % (name, sorted(fields)))
# What both schemas need stands in each.
course, table = (schemas[name + ".schema.json"]["$defs"] for name in ("course", "table"))
for name in sorted(set(course) & set(table)):
    if course[name] != table[name]:
        find(root / "data/schema/table.schema.json", "/$defs/" + name, "not as in course.schema.json")

print("\n".join(findings) or "ok")
sys.exit(1 if findings else 0)
