//! Files of the repository, by their paths in it: what goes wrong names the file and says what to do.

use std::{collections::BTreeMap, fmt, fs, path::Path};

const READABLE: &str = "see to it that it can be read";
const WRITABLE: &str =
    "see to it that it can be written, and that nothing of the name is in the way";

/// Reads a text.
///
/// # Errors
///
/// It can't be read: then the remedy is the one that is given.
pub(crate) fn read(root: &Path, path: &str, remedy: &str) -> Result<String, String> {
    fs::read_to_string(root.join(path)).map_err(failed(path, remedy))
}

/// All files below a folder, if it is there.
///
/// # Errors
///
/// One of them can't be read.
pub(crate) fn below(root: &Path, folder: &str) -> Result<BTreeMap<String, String>, String> {
    let mut files = BTreeMap::new();
    if root.join(folder).exists() {
        collect(root, folder, &mut files)?;
    }
    Ok(files)
}

fn collect(root: &Path, folder: &str, into: &mut BTreeMap<String, String>) -> Result<(), String> {
    for entry in fs::read_dir(root.join(folder)).map_err(failed(folder, READABLE))? {
        let entry = entry.map_err(failed(folder, READABLE))?;
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(root, &path, into)?;
        } else {
            let bytes = fs::read(entry.path()).map_err(failed(&path, READABLE))?;
            into.insert(path, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    Ok(())
}

/// Writes a text, and the folder that it is in if there is none.
///
/// # Errors
///
/// It can't be written: then the file is what it was.
pub(crate) fn write(root: &Path, path: &str, text: &str) -> Result<(), String> {
    if let Some((folder, _)) = path.rsplit_once('/') {
        fs::create_dir_all(root.join(folder)).map_err(failed(folder, WRITABLE))?;
    }
    // Renamed into place: whoever reads meanwhile sees the old file or the new one.
    let part = format!("{path}.part");
    let written = fs::write(root.join(&part), text)
        .map_err(failed(&part, WRITABLE))
        .and_then(|()| {
            fs::rename(root.join(&part), root.join(path)).map_err(failed(path, WRITABLE))
        });
    if written.is_err() {
        // Part of a text is of no use to anyone; that it isn't there to be removed has been told.
        let _ = fs::remove_file(root.join(&part));
    }
    written
}

/// Removes a file.
///
/// # Errors
///
/// It can't be removed.
pub(crate) fn remove(root: &Path, path: &str) -> Result<(), String> {
    fs::remove_file(root.join(path)).map_err(failed(path, "remove it by hand"))
}

fn failed<E: fmt::Display>(path: &str, remedy: &str) -> impl FnOnce(E) -> String {
    move |error| format!("{path}: {error}\n  remedy: {remedy}")
}
