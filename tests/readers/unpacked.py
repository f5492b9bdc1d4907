"""An e-book taken apart, for readers that open its documents one by one."""

import zipfile


def documents(path, folder):
    """Unpack an e-book into a folder, and return where its documents lie."""
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
        return [folder / name for name in archive.namelist() if name.endswith(".xhtml")]
