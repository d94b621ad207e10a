//! Values of every definition, made from the schema.
//!
//! | module | what |
//! |---|---|
//! | [`document`] | JSON as it stands in a text: the order of keys, keys that come twice, digits of numbers |
//! | [`atoms`] | the values at the edges of each JSON type |
//! | [`pairwise`] | tables in which any two columns meet in every combination |
//! | [`enumerate`] | the systematic enumeration |
//! | [`coverage`] | what an enumeration must have reached |
//! | [`faults`] | what went wrong, the smallest document first |
//! | [`compare`] | equality to the last bit, and whether anything is gone |
//!
//! Random values are made in `strategy.rs`, and `validators.rs` asks the `jsonschema` crate; both belong
//! to the tests' targets, where their dependencies are.

pub mod atoms;
pub mod compare;
pub mod coverage;
pub mod document;
pub mod enumerate;
pub mod faults;
pub mod pairwise;

pub use self::{document::Document, enumerate::Instance, faults::Faults};

use serde_json::{Value, json};

/// The schema of a definition, by name.
pub fn reference(type_name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{type_name}") })
}
