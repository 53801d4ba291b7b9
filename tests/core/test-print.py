#!/usr/bin/python3
"""What `strata-course text` prints: test-print.py STRATA-COURSE FIXTURES"""
import pathlib
import subprocess
import sys
import tempfile

program, fixtures = sys.argv[1], pathlib.Path(sys.argv[2])


def text(path):
    return subprocess.run([program, "text", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def prints_all():
    done = text(fixtures / "all.md")
    return (done.returncode, done.stdout, done.stderr) == (0, (fixtures / "all.txt").read_bytes(), b"")


def prints_nothing_of_nothing():
    with tempfile.NamedTemporaryFile() as empty:
        done = text(empty.name)
    return (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def refuses(path, word):
    done = text(path)
    lines = done.stderr.decode().splitlines()
    return done.returncode == 1 and done.stdout == b"" and len(lines) == 1 and word in lines[0]


def refuses_what_is_too_large():
    with tempfile.NamedTemporaryFile() as large:
        large.truncate(64 * 1024 * 1024 + 1)     # a hole: it takes no room
        return refuses(large.name, "larger than 64 MB")


def explains_itself():
    done = subprocess.run([program, "text"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.returncode == 2 and b"strata-course text FILE" in done.stderr


cases = [
    ("all", prints_all),
    ("empty", prints_nothing_of_nothing),
    ("missing", lambda: refuses(fixtures / "none.md", "none.md")),
    ("folder", lambda: refuses(fixtures, "directory")),
    ("large", refuses_what_is_too_large),
    ("usage", explains_itself),
]
print("1..%d" % len(cases))
results = []
for i, (name, case) in enumerate(cases):
    results.append(case())
    print("%s %d %s" % ("ok" if results[-1] else "not ok", i + 1, name))
sys.exit(0 if all(results) else 1)
