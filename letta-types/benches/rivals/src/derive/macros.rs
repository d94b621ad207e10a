//! What the three ways have in common.

/// A struct: its name, its tag if it has one, its required fields, its optional fields.
///
/// `extra` stands for a field that keeps what isn't declared, `tag` for a field that holds the tag.
macro_rules! plain_object {
    (
        $name:ident, extra [$($extra:tt)*], tag [$($tag:tt)*],
        { $($field:ident: $type:ty),* }, { $($optional:ident: $inner:ty),* }
    ) => {
        #[derive(Deserialize, Serialize)]
        #[allow(clippy::struct_field_names, reason = "they are the names on the wire")]
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
        #[allow(clippy::enum_variant_names, reason = "they are the names of the structs")]
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
        #[allow(clippy::enum_variant_names, reason = "they are the names of the structs")]
        pub(crate) enum $name {
            $($variant($variant)),*
        }
    };
}
