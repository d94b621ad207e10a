//! Lossless, forward-compatible types of the Letta Steps and Messages API.
//!
#![cfg_attr(docsrs, feature(doc_cfg))]
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod ext;
mod extra;
mod generated;
mod runtime;
mod unknown;

pub use self::{extra::Extra, generated::*, unknown::UnknownObject};

/// The JSON Schema of every type, as one JSON Schema 2020-12 document.
pub const SCHEMA: &str = include_str!("../schema/letta-types.schema.json");
