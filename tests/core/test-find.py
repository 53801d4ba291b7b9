#!/usr/bin/python3
"""What `strata-course search` finds: test-find.py STRATA-COURSE COURSE"""
import os
import subprocess
import sys
import tempfile

program, course = sys.argv[1:]


def find(*arguments, cache=None):
    with tempfile.TemporaryDirectory() as home:
        environment = {"LC_ALL": "C.UTF-8", "HOME": home, "XDG_CACHE_HOME": cache or home}
        done = subprocess.run([program, "search", *arguments], env={**os.environ, **environment},
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def finds():
    code, out, errors = find(course, "幻覺", "--language", "zh-TW")
    return (code, errors) == (0, "") and out.startswith("table:glossary?row=hallucination\n    幻覺 (詞彙表)\n")


def finds_nothing():
    return find(course, "zebrafish") == (1, "", "")


def keeps_its_index():
    with tempfile.TemporaryDirectory() as cache:
        find(course, "a", cache=cache)
        kept = os.listdir(cache + "/strata/search")
        before = os.stat(cache + "/strata/search/" + sorted(kept)[0]).st_ino
        return find(course, "model", cache=cache)[0] == 0 \
            and os.stat(cache + "/strata/search/" + sorted(kept)[0]).st_ino == before


def needs_no_cache():
    return find(course, "model", cache="/dev/null")[0] == 0


def refuses():
    code, out, errors = find("/nowhere", "a")
    return (code, out) == (2, "") and "/nowhere" in errors


def explains_itself():
    return all(find(*wrong)[0] == 2 for wrong in ((), (course,), (course, "a", "b"), (course, "a", "--language")))


cases = [finds, finds_nothing, keeps_its_index, needs_no_cache, refuses, explains_itself]
print("1..%d" % len(cases))
results = []
for i, case in enumerate(cases):
    results.append(case())
    print("%s %d %s" % ("ok" if results[-1] else "not ok", i + 1, case.__name__))
sys.exit(0 if all(results) else 1)
