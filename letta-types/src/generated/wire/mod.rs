// @generated from schema/ by `cargo xtask codegen`. Don't edit: change the schema.

//! How the types are read and written: a table a type.

mod common;
mod content;
mod errors;
mod messages;
mod operations;
mod search;
mod steps;
mod stored_messages;
