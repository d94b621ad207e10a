// @generated from schema/ by `cargo xtask codegen`. Don't edit: change the schema.

//! Constructors, setters and accessors.

mod steps;
mod content;
mod stored_messages;
mod messages;
mod search;
mod errors;
