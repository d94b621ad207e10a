//! Replays what was found. The name of a file begins with its target.

use std::{
    fs,
    panic::catch_unwind,
    path::{Path, PathBuf},
};

use letta_types_fuzz::{any_bytes, differential, round_trip};

#[test]
fn what_was_found_is_mended() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("found");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("its entries are readable").path())
        .collect();
    paths.sort();
    let open: Vec<PathBuf> = paths
        .into_iter()
        .filter(|path| catch_unwind(|| replay(path)).is_err())
        .collect();
    assert!(open.is_empty(), "still open: {open:#?}");
}

fn replay(path: &Path) {
    let data = fs::read(path).expect("a file is readable");
    let name = path.file_name().and_then(|name| name.to_str());
    let (target, _) = name
        .and_then(|name| name.split_once('-'))
        .expect("its name has a target");
    match target {
        "any_bytes" => any_bytes(&data),
        "round_trip" => round_trip(&data),
        "differential" => differential(&data),
        other => panic!("no target is named {other}"),
    }
}
