//! What the generated wire code calls: a small decoder for objects, unions and texts.
//!
//! Serde reports the first value that doesn't fit as an error, and what was read until then is gone.
//! That isn't enough here: a union may turn out to have a tag that nobody knows, and then the value
//! was right after all. So reading has two levels. What the *format* can't carry (a syntax error, the
//! end of the input) is the deserializer's error, as ever. What the *type* can't hold is a
//! [`Fault`](slot::Fault): an ordinary value in a [`Slot`](slot::Slot) that remembers what stood there.
//! Whoever knows the whole object decides at its end whether a fault matters, and gives it its path.
//!
//! | module | what |
//! |---|---|
//! | [`slot`] | one field while it is read, and what went wrong with it |
//! | [`wire`] | [`Wire`](wire::Wire), how each type takes the values of the data model |
//! | [`root`] | where a value stands by itself and a fault becomes the deserializer's error |
//! | [`scalar`] | texts, numbers and booleans: one visitor for all types that take them |
//! | [`text`] | newtypes of text and open enums |
//! | [`short_text`] | texts that need no memory of their own while they are short |
//! | [`untyped`] | what has no type: open maps, undeclared fields, objects of unknown kind |
//! | [`raw_text`] | JSON that stays the text that it came as |
//! | `raw_value` | how `serde_json` hands over and takes text |
//! | [`object`] | objects: one pass over the keys, unknown ones kept |
//! | [`union`] | unions of objects: one pass over the keys, the variant made at the end |
//! | [`late`] | fields of a union that wait for the tag |
//! | [`decide`] | which variant an object without a tag is |
//! | [`waiting`] | JSON that waits to be read as what it is |
//! | [`seen`] | which fields of a union have come |
//! | [`tagged`] | the tables of unions of objects |
//! | [`unknown_kind`] | objects whose kind a union doesn't know |
//! | [`by_type`] | unions told apart by JSON type |

pub(crate) mod by_type;
pub(crate) mod decide;
pub(crate) mod late;
pub(crate) mod object;
pub(crate) mod raw_text;
mod raw_value;
pub(crate) mod root;
pub(crate) mod scalar;
pub(crate) mod seen;
pub(crate) mod short_text;
pub(crate) mod slot;
pub(crate) mod tagged;
pub(crate) mod text;
pub(crate) mod union;
pub(crate) mod unknown_kind;
pub(crate) mod untyped;
pub(crate) mod waiting;
pub(crate) mod wire;
