#!/usr/bin/python3
"""The newest release notes are those of this version: check-release.py METAINFO VERSION"""
import sys
import xml.etree.ElementTree

newest = xml.etree.ElementTree.parse(sys.argv[1]).find("releases/release").get("version")
if newest != sys.argv[2]:
    sys.exit("%s: the first release is %s, not %s" % (sys.argv[1], newest, sys.argv[2]))
