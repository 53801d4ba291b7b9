"""What cmark's HTML says, as blocks with styled characters; see test-commonmark.py.

The HTML comes from dump-document.c: what Markdown has become stands as it is, raw
HTML as <x-inline html="…"> and <x-block html="…">. For these the rules of the
document are told once more here: the tags of SPANS, the containers, the blocks
and the line breaks are honoured, all others vanish and their text stays.
"""
import re
import urllib.parse
from html.parser import HTMLParser

SPANS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "u": "u", "sub": "sub", "sup": "sup",
         "kbd": "kbd", "code": "code"}
HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
PARTS = HEADINGS + ["p", "div", "center", "ul", "ol", "li", "details", "summary", "pre", "blockquote",
                    "table", "tr", "hr", "article", "section", "header", "footer", "figure", "figcaption",
                    "dl", "dt", "dd"]
BREAK = "\u2028"
SPACE = " \t\n\r\f\v"
CJK = "[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\U00020000-\U0003ffff]"


def encode(url):
    """Percent-encoded as cmark does it."""
    return urllib.parse.quote(url, safe="-_.+!*(),%#@?=;:/$~&'")


class Block:
    def __init__(self, kind, level=0, path=(), chars=None, info=""):
        self.kind, self.level, self.path, self.info = kind, level, list(path), info
        self.chars = chars if chars is not None else []

    def normal(self):
        """One form for both sides: kind, level, path, info, runs of styled text."""
        chars = self.chars
        if self.kind == "code":
            chars = [(c, frozenset()) for c, _ in chars]
        else:
            chars = squeeze(chars)
        runs = []
        for c, styles in chars:
            if runs and runs[-1][1] == styles:
                runs[-1][0] += c
            else:
                runs.append([c, styles])
        return (self.kind, self.level, self.path, self.info, [(t, sorted(s)) for t, s in runs])


def squeeze(chars):
    """White space once, without style, and not where it stands for nothing."""
    out = []
    for c, styles in chars:
        if c in SPACE:
            if out and out[-1][0] not in " " + BREAK:
                out.append((" ", frozenset()))
        else:
            if c == BREAK and out and out[-1][0] == " ":
                out.pop()
            if len(out) > 1 and out[-1][0] == " " and re.match(CJK, c) and re.match(CJK, out[-2][0]):
                out.pop()
            out.append((c, frozenset() if c == BREAK else styles))
    while out and out[-1][0] in " " + BREAK:
        out.pop()
    while out and out[0][0] in " " + BREAK:
        out.pop(0)
    return out


class Writer:
    """Takes down blocks; the tags of Markdown and of raw HTML both end up here."""

    def __init__(self):
        self.blocks, self.targets, self.tight = [], [], []
        self.frames = []       # (tag, whether raw, path around, next number)
        self.path = []
        self.block = None
        self.styles = []       # (tag, whether raw, style)
        self.hidden = None

    def begin(self, kind="paragraph", level=0, tight=None):
        if self.block is None:
            self.block = Block(kind, level, self.path)
            self.block.is_tight = tight
            self.block.n_targets = len(self.targets)

    def end(self, keep=True):
        if self.block is not None:
            if keep or squeeze(self.block.chars):
                self.blocks.append(self.block)
                in_item = self.path and self.path[-1][0] == "item"
                if in_item and self.block.kind == "paragraph" and squeeze(self.block.chars):
                    self.tight.append(self.block.is_tight)
            else:
                del self.targets[self.block.n_targets:]
            self.styles = [s for s in self.styles if not s[1]]
            self.hidden = None
        self.block = None

    def add(self, text):
        if not self.hidden:
            styles = frozenset(s[2] for s in self.styles)
            self.block.chars += [(c, styles) for c in text]

    def open_style(self, tag, raw, attrs):
        if tag == "a":
            if "href" not in attrs:
                return
            style = ("link", encode(attrs["href"] or ""), attrs.get("title") or "")
            self.targets.append(style)
        else:
            style = (SPANS[tag],)
        self.styles.append((tag, raw, style))

    def close_style(self, tag, raw):
        for i in range(len(self.styles) - 1, -1, -1):
            if self.styles[i][:2] == (tag, raw):
                del self.styles[i]
                return

    def image(self, attrs):
        if self.hidden or attrs.get("src") is None:
            return
        alt = re.sub(r'<x-inline html=".*?">', "", attrs.get("alt") or "")
        style = ("image", encode(attrs["src"]), attrs.get("title") or "", alt)
        self.targets.append(style)
        styles = frozenset([s[2] for s in self.styles] + [style])
        self.block.chars.append(("\ufffc", styles))

    def push(self, tag, raw, attrs):
        frame = [tag, raw, list(self.path), int(attrs.get("start") or 1), len(self.blocks)]
        if tag == "blockquote":
            self.path = self.path + [("quote",)]
        elif tag == "details":
            self.path = self.path + [("details",)]
        elif tag == "li":
            if not self.frames or self.frames[-1][0] not in ("ul", "ol"):
                self.push("ul", raw, {})
            over = self.frames[-1]
            ordered = over[0] == "ol"
            self.path = self.path + [("item", int(ordered), over[3] if ordered else 0)]
            over[3] += 1
            frame[2] = over[2] if not raw else list(self.path[:-1])
            frame[4] = len(self.blocks)
        self.frames.append(frame)

    def pop(self, tag, raw):
        """Ends the innermost TAG; a raw one ends nothing that is not raw."""
        for i in range(len(self.frames) - 1, -1, -1):
            if self.frames[i][:2] == [tag, raw]:
                break
            if raw and (not self.frames[i][1] or (tag == "li" and self.frames[i][0] in ("ul", "ol"))):
                return
        else:
            return
        while len(self.frames) > i:
            frame = self.frames.pop()
            if frame[0] == "li" and len(self.blocks) == frame[4]:
                self.blocks.append(Block("paragraph", 0, self.path))    # its bullet
            self.path = frame[2]


class RawBlock(HTMLParser):
    """A block of raw HTML."""

    def __init__(self, writer):
        super().__init__(convert_charrefs=True)
        self.writer, self.kind, self.level, self.skip = writer, "paragraph", 0, None

    def parse_pi(self, i):
        """Ends where CommonMark says, which is not where HTML does."""
        end = self.rawdata.find("?>", i)
        return end + 2 if end >= 0 else -1

    def part(self):
        if self.kind == "code" and self.writer.block:
            self.writer.block.chars = strip_breaks(self.writer.block.chars)
        self.writer.end(keep=False)
        self.kind, self.level = "paragraph", 0

    def begin(self):
        self.writer.begin(self.kind, self.level, True)

    def handle_starttag(self, tag, attrs):
        attrs, w = dict(attrs), self.writer
        if tag in ("script", "style"):
            self.skip = tag
        elif tag in SPANS or tag == "a":
            if self.kind == "code" and tag == "code" or tag == "a" and "href" not in attrs:
                return
            self.begin()
            w.open_style(tag, True, attrs)
        elif tag == "img":
            self.begin()
            w.image(attrs)
        elif tag == "br":
            if w.block:
                w.add(BREAK)
        elif tag in ("td", "th"):
            if w.block:
                w.add(" ")
        elif tag in PARTS:
            self.part()
            if tag == "li":
                w.pop("li", True)
            if tag in ("ul", "ol", "li", "blockquote", "details", "div", "center"):
                w.push(tag, True, attrs)
            elif tag in HEADINGS:
                self.kind, self.level = "heading", HEADINGS.index(tag) + 1
            elif tag in ("summary", "pre"):
                self.kind = {"summary": "summary", "pre": "code"}[tag]
            elif tag == "hr":
                w.begin("rule")
                w.end()

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag):
        if tag == self.skip:
            self.skip = None
        elif tag in SPANS or tag == "a":
            self.writer.close_style(tag, True)
        elif tag in PARTS and tag != "hr":
            self.part()
            self.writer.pop(tag, True)

    def handle_data(self, data):
        if self.skip:
            return
        if data.strip(SPACE) or self.writer.block:
            self.begin()
            if self.kind == "code":
                data = data.replace("\n", BREAK)
            self.writer.add(data)

    def close(self):
        """What is left is a tag that never ends: nobody sees it."""
        if not self.rawdata.startswith("<"):
            super().close()
        self.part()


def strip_breaks(chars):
    while chars and chars[-1][0] == BREAK:
        chars = chars[:-1]
    while chars and chars[0][0] == BREAK:
        chars = chars[1:]
    return chars


class RawInline(HTMLParser):
    """One raw tag in a line of text."""

    def __init__(self, writer):
        super().__init__(convert_charrefs=True)
        self.writer = writer

    def handle_starttag(self, tag, attrs):
        attrs, w = dict(attrs), self.writer
        if w.hidden:
            return
        if tag in ("script", "style"):
            w.hidden = tag
        elif tag in SPANS or tag == "a":
            w.open_style(tag, True, attrs)
        elif tag == "img":
            w.image(attrs)
        elif tag == "br" or tag in PARTS:
            w.add(BREAK)
            if tag == "li":
                w.add("\u2022\u2002")

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag):
        if tag == self.writer.hidden:
            self.writer.hidden = None
        elif tag in PARTS:
            self.writer.add(BREAK)
        else:
            self.writer.close_style(tag, True)


class Markdown(HTMLParser):
    """What Markdown has become."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.w = Writer()

    def inline(self):
        if self.w.block is None:
            self.w.begin("paragraph", 0, True)    # the text of a tight item

    def handle_starttag(self, tag, attrs):
        attrs, w = dict(attrs), self.w
        if tag == "p":
            w.begin("paragraph", 0, False)
        elif tag in HEADINGS:
            w.end()
            w.begin("heading", HEADINGS.index(tag) + 1)
        elif tag == "pre":
            w.end()
            w.begin("code")
        elif tag == "code" and w.block and w.block.kind == "code":
            w.block.info = (attrs.get("class") or "")[len("language-"):]
        elif tag in ("blockquote", "ul", "ol", "li"):
            w.end()
            w.push(tag, False, attrs)
        elif tag == "hr":
            w.end()
            w.begin("rule")
            w.end()
        elif tag == "x-block":
            w.end()
            raw = RawBlock(w)
            raw.feed(attrs["html"])
            raw.close()
        else:
            self.inline()
            if tag == "br":
                w.add(BREAK)
            elif tag == "img":
                w.image(attrs)
            elif tag == "x-inline":
                raw = RawInline(w)
                raw.feed(attrs["html"])
                raw.close()
            else:
                w.open_style(tag, False, attrs)

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag):
        w = self.w
        if tag == "pre" and w.block.chars and w.block.chars[-1][0] == BREAK:
            w.block.chars.pop()
        if tag in ["p", "pre"] + HEADINGS:
            w.end(keep=tag != "p" or len(w.targets) > w.block.n_targets)
        elif tag in ("blockquote", "ul", "ol", "li"):
            w.end()
            w.pop(tag, False)
        elif not (tag == "code" and w.block and w.block.kind == "code"):
            w.close_style(tag, False)

    def handle_data(self, data):
        if self.w.block is None:
            if data.strip("\n"):
                self.inline()
            else:
                return
        if self.w.block.kind == "code":
            data = data.replace("\n", BREAK)
        self.w.add(data)


def read(html):
    parser = Markdown()
    parser.feed(html)
    parser.close()
    parser.w.end()
    while parser.w.frames:
        parser.w.pop(*parser.w.frames[-1][:2])
    return parser.w
