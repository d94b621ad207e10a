// @generated from schema/ by `cargo xtask codegen`. Don't edit: change the schema.

//! Constructors, setters and accessors.

mod content;
mod errors;
mod messages;
mod operations;
mod search;
mod steps;
mod stored_messages;
