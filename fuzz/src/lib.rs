//! What the fuzz targets share.

pub mod check;
pub mod edit;
pub mod fixtures;
pub mod judge;
pub mod subject;
pub mod tree;
pub mod words;

/// The target `any_bytes`: whatever the bytes are, no panic.
pub fn any_bytes(data: &[u8]) {
    if let Some((subject, bytes)) = subject::select(data) {
        (subject.any_bytes)(bytes);
        (subject.tolerant)(bytes);
        check::texts(bytes);
    }
}

/// The target `round_trip`: what was written reads as the same value and is written the same way.
pub fn round_trip(data: &[u8]) {
    if let Some((subject, bytes)) = subject::select(data) {
        (subject.round_trip)(bytes);
    }
}

/// The target `differential`: against plain JSON, nothing is lost and nothing invented.
pub fn differential(data: &[u8]) {
    if let Some((subject, bytes)) = subject::select(data) {
        (subject.differential)(bytes);
        (subject.tolerant)(bytes);
    }
}

/// The target `structured`: a payload after some edits is written as the schema says.
pub fn structured(edited: &edit::Edited) {
    (edited.subject.structured)(edited);
}
