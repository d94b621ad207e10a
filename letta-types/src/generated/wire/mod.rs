// @generated from schema/ by `cargo xtask codegen`. Don't edit: change the schema.

//! How the types are read and written: a table a type.

mod common;
mod steps;
mod content;
mod stored_messages;
mod messages;
mod search;
mod errors;
