//! `#[serde(untagged)]`. What isn't declared is lost.

use serde::{Deserialize, Serialize};

macro_rules! object {
    ($name:ident, $key:literal = $value:literal as $tag:ident, $required:tt, $optional:tt) => {
        #[derive(Deserialize, Serialize)]
        pub(crate) enum $tag {
            #[serde(rename = $value)]
            Tag,
        }
        plain_object!(
            $name, extra [], tag [#[serde(rename = $key)] pub(crate) tag: $tag,],
            $required, $optional
        );
    };
    ($name:ident, $required:tt, $optional:tt) => {
        plain_object!($name, extra [], tag [], $required, $optional);
    };
}
macro_rules! tagged {
    ($($union:tt)*) => { enum_untagged!($($union)*); };
}
include!("types.rs");
