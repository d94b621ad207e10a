//! What the generator refuses: each slip with its file, its JSON Pointer and its remedy.
//!
//! `good.json` is a schema with which nothing is wrong, and `office.json` has operations. Each case breaks one thing of it, and exactly one
//! problem must come of that.

mod definitions;
mod dialect;
mod files;
mod operations;
mod panics;
mod problems;
mod slips;
mod unions;

use slips::{Drop, FILE, GOOD, OFFICE, OFFICE_FILE, edited, problems};

/// Without this, a case could be refused for something that isn't in its edits.
#[test]
fn good_schema_is_good() {
    assert_eq!(problems(&[(FILE, GOOD)]), []);
    assert_eq!(problems(&[(FILE, &edited(&[]))]), []);
    assert_eq!(problems(&[(OFFICE_FILE, OFFICE)]), []);
}

/// A tag is a property, and one property is enough.
#[test]
fn object_of_a_tag_alone_is_good() {
    let text = edited(&[Drop("/$defs/Lost/properties/office")]);
    assert_eq!(problems(&[(FILE, &text)]), []);
}
