"""What stands around an article on a Chinese news page, known by its wording; a module for a kind.

Pure text: each function takes one cleaned line and says whether it is that.  A line is judged as a
whole, so a sentence that merely mentions 版权 or 来源 is none of them.
To add a rule, see docs/extraction.md.
"""
