//! `#[serde(tag)]`, and `#[serde(flatten)]` for what isn't declared.

use serde::{Deserialize, Serialize};

macro_rules! object {
    ($name:ident, $key:literal = $value:literal as $tag:ident, $required:tt, $optional:tt) => {
        object!($name, $required, $optional);
    };
    ($name:ident, $required:tt, $optional:tt) => {
        plain_object!(
            $name,
            extra [#[serde(flatten)] pub(crate) extra: serde_json::Map<String, serde_json::Value>],
            tag [], $required, $optional
        );
    };
}
macro_rules! tagged {
    ($($union:tt)*) => { enum_by_tag!($($union)*); };
}
include!("types.rs");
