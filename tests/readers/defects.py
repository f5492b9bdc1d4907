"""E-books with a defect, for a judge to find: one that finds nothing there is none."""

import zipfile


def damaged(path, target, name, old, new):
    """Write a copy of an e-book in which the first `old` of one of its documents is `new`."""
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(target, "w") as copy:
        for entry in archive.infolist():
            content = archive.read(entry)
            if entry.filename == name:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode(), 1)
            copy.writestr(entry, content)
    return target


def in_no_language(path, target):
    """Write a copy of an e-book of which a document names a language that is none."""
    broken = damaged(path, target, "EPUB/bolum-01.xhtml", 'xml:lang="tr"', 'xml:lang="t r"')
    return damaged(broken, target.with_stem("dilsiz"), "EPUB/bolum-01.xhtml", 'lang="tr"', 'lang="t r"')
