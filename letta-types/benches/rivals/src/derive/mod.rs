//! The same types as an ordinary user of `#[derive]` writes them: all that the payloads hold, identifiers
//! and instants as texts, enums closed. They are written once, in `types.rs`, and mean three things.

#[macro_use]
mod macros;

pub(crate) mod flatten;
pub(crate) mod tag;
pub(crate) mod untagged;
