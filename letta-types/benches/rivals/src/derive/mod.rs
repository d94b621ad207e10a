//! The same types as an ordinary user of `#[derive]` writes them: all that the payloads hold, identifiers
//! and instants as texts, enums closed. They are written once, in `types.rs`, and mean three things.

use serde::{Deserialize, Serialize};

/// A struct: its name, its tag if it has one, its required fields, its optional fields.
///
/// `extra` stands for a field that keeps what isn't declared, `tag` for a field that holds the tag.
macro_rules! plain_object {
    (
        $name:ident, extra [$($extra:tt)*], tag [$($tag:tt)*],
        { $($field:ident: $type:ty),* }, { $($optional:ident: $inner:ty),* }
    ) => {
        #[derive(Deserialize, Serialize)]
        pub(crate) struct $name {
            $($tag)*
            $(pub(crate) $field: $type,)*
            $(
                #[serde(skip_serializing_if = "Option::is_none")]
                pub(crate) $optional: Option<$inner>,
            )*
            $($extra)*
        }
    };
}

/// Unions by `#[serde(tag)]`: the enum knows the tag, the structs don't.
macro_rules! enum_by_tag {
    ($name:ident, $key:literal, { $($variant:ident = $value:literal),* }) => {
        #[derive(Deserialize, Serialize)]
        #[serde(tag = $key)]
        pub(crate) enum $name {
            $(#[serde(rename = $value)] $variant($variant)),*
        }
    };
}

/// Unions by `#[serde(untagged)]`: the structs know the tag, the enum tries them in turn.
macro_rules! enum_untagged {
    ($name:ident, $key:literal, { $($variant:ident = $value:literal),* }) => {
        #[derive(Deserialize, Serialize)]
        #[serde(untagged)]
        pub(crate) enum $name {
            $($variant($variant)),*
        }
    };
}

/// `#[serde(tag)]`. What isn't declared is lost.
pub(crate) mod tag {
    use super::{Deserialize, Serialize};

    macro_rules! object {
        ($name:ident, $key:literal = $value:literal as $tag:ident, $required:tt, $optional:tt) => {
            plain_object!($name, extra [], tag [], $required, $optional);
        };
        ($name:ident, $required:tt, $optional:tt) => {
            plain_object!($name, extra [], tag [], $required, $optional);
        };
    }
    macro_rules! tagged {
        ($($union:tt)*) => { enum_by_tag!($($union)*); };
    }
    include!("types.rs");
}

/// `#[serde(tag)]`, and `#[serde(flatten)]` for what isn't declared.
pub(crate) mod flatten {
    use super::{Deserialize, Serialize};

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
}

/// `#[serde(untagged)]`. What isn't declared is lost.
pub(crate) mod untagged {
    use super::{Deserialize, Serialize};

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
}
