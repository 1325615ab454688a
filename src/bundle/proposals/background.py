"""Makes background.txt: in how many of a thousand descriptions of talks a common English word is.

Usage: python3 background.py FOLDER > background.txt

FOLDER holds the data of PyVideo (github.com/pyvideo/data, CC0): EVENT/videos/*.json. Words that are tags, or
that titles have more often than descriptions, say what a talk is about and are left out.
"""

import collections
import glob
import json
import re
import sys

WORD = re.compile(r"[A-Za-z]+")
NO_WORDS = "https http www com org io youtube instagram twitter github ca co en de pip js net".split()

with_word, with_small, with_title, tags = (collections.Counter() for _ in range(4))
descriptions = titles = 0
for path in sorted(glob.glob(sys.argv[1] + "/*/videos/*.json")):
    try:
        talk = json.load(open(path, encoding="utf-8"))
    except ValueError:
        continue
    if talk.get("language") not in (None, "eng", "en"):
        continue
    titles += 1
    with_title.update({word.lower() for word in WORD.findall(talk.get("title") or "")})
    tags.update(str(tag).lower() for tag in talk.get("tags") or [])
    words = WORD.findall(talk.get("description") or "")
    if len(words) >= 20:
        descriptions += 1
        with_word.update({word.lower() for word in words})
        with_small.update({word for word in words if word.islower()})

for word, count in sorted(with_word.items(), key=lambda item: (-item[1], item[0])):
    is_rare = count < descriptions * 0.0025
    is_name = with_small[word] < 0.7 * count and word != "i"
    in_titles = (with_title[word] + 1) / titles > 0.8 * count / descriptions
    is_topic = tags[word] >= 8 and word not in ("a", "the") or in_titles and count < descriptions * 0.05
    if not (is_rare or is_name or is_topic or word in NO_WORDS):
        print(word, max(1, round(1000 * count / descriptions)))
