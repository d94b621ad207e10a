//! Arbitrary values of the types, for fuzzing and property tests.
//!
//! What is made is read back as it was written. So an undeclared field never has the name of a declared one, a value
//! of unknown kind never has what would make its kind known, and optional JSON is never `null`.
//!
//! The fewer bytes are left, the less is made: lists end, optional fields are absent. So no size is hinted at.

use alloc::{string::String, vec::Vec};
use core::fmt::Write as _;

use ::arbitrary::{Arbitrary, Result, Unstructured};
use serde_core::Serialize;
use serde_json::{Map, Value};

use crate::{
    Extra, RawJson, UnknownObject,
    generated::KEYS,
    runtime::{decide::is_of_members, union::Union},
};

/// What [`Arbitrary`] is to the types of this crate and to those of `serde_json`, which have no `Arbitrary`.
pub(crate) trait Make: Sized {
    fn make(u: &mut Unstructured<'_>) -> Result<Self>;
}

/// Makes a value of any of the types.
pub(crate) fn make<T: Make>(u: &mut Unstructured<'_>) -> Result<T> {
    T::make(u)
}

/// A way to make a value.
pub(crate) type Maker<T> = fn(&mut Unstructured<'_>) -> Result<T>;

/// A value, made in one of several ways.
pub(crate) fn one_of<T>(u: &mut Unstructured<'_>, makers: &[Maker<T>]) -> Result<T> {
    u.choose(makers)?(u)
}

/// An optional field.
pub(crate) fn optional<T: Make>(u: &mut Unstructured<'_>) -> Result<Option<T>> {
    u.arbitrary::<bool>()?.then(|| make(u)).transpose()
}

/// A required field.
pub(crate) fn required<T: Make>(u: &mut Unstructured<'_>) -> Result<T> {
    make(u)
}

impl Make for bool {
    fn make(u: &mut Unstructured<'_>) -> Result<Self> {
        u.arbitrary()
    }
}

impl Make for i64 {
    fn make(u: &mut Unstructured<'_>) -> Result<Self> {
        u.arbitrary()
    }
}

/// Finite: JSON has no others.
impl Make for f64 {
    fn make(u: &mut Unstructured<'_>) -> Result<Self> {
        let any: Self = u.arbitrary()?;
        if any.is_finite() {
            Ok(any)
        } else {
            Ok(Self::from(u.arbitrary::<i32>()?) / 8.0)
        }
    }
}

/// Mostly short and plain, so that bytes are left for the rest.
impl Make for String {
    fn make(u: &mut Unstructured<'_>) -> Result<Self> {
        const MOST: usize = 24;
        let plain = u.ratio(3, 4)?;
        let length = u.int_in_range(0..=MOST)?;
        (0..length)
            .map(|_| {
                if plain {
                    Ok(u.int_in_range(b' '..=b'~')?.into())
                } else {
                    u.arbitrary::<char>()
                }
            })
            .collect()
    }
}

impl<T: Make> Make for Vec<T> {
    fn make(u: &mut Unstructured<'_>) -> Result<Self> {
        let mut list = Self::new();
        while u.arbitrary::<bool>()? {
            list.push(make(u)?);
        }
        Ok(list)
    }
}

/// Any JSON but `null`: where `null` may stand, it means that the field is absent.
impl Make for Value {
    fn make(u: &mut Unstructured<'_>) -> Result<Self> {
        let value = json(u, DEPTH)?;
        Ok(if value.is_null() {
            Self::Bool(false)
        } else {
            value
        })
    }
}

impl Make for Map<String, Value> {
    fn make(u: &mut Unstructured<'_>) -> Result<Self> {
        fields(u, DEPTH, KEYS, |_| true)
    }
}

impl Make for RawJson {
    fn make(u: &mut Unstructured<'_>) -> Result<Self> {
        make::<Map<String, Value>>(u).map(Self::from)
    }
}

/// How deep JSON without a type goes.
const DEPTH: usize = 3;

fn json(u: &mut Unstructured<'_>, depth: usize) -> Result<Value> {
    let kinds = if depth == 0 { 5 } else { 7 };
    Ok(match u.int_in_range(0..=kinds)? {
        0 => Value::Null,
        1 => u.arbitrary::<bool>()?.into(),
        2 => u.arbitrary::<i64>()?.into(),
        3 => u.arbitrary::<u64>()?.into(),
        4 => make::<f64>(u)?.into(),
        5 => make::<String>(u)?.into(),
        6 => {
            let mut list = Vec::new();
            while u.arbitrary::<bool>()? {
                list.push(json(u, depth - 1)?);
            }
            list.into()
        }
        _ => fields(u, depth - 1, KEYS, |_| true)?.into(),
    })
}

/// The fields of an object, many of them named by `words`. `is_free` tells what they may be called.
fn fields(
    u: &mut Unstructured<'_>,
    depth: usize,
    words: &[&str],
    is_free: impl Fn(&str) -> bool,
) -> Result<Map<String, Value>> {
    let mut object = Map::new();
    // Without data, a ratio is always met.
    while !u.ratio(1, 2)? {
        let key = if u.arbitrary()? {
            (*u.choose(words)?).into()
        } else {
            make::<String>(u)?
        };
        // By such names, features of `serde_json` hand values over that aren't objects.
        let is_private = key.starts_with("$serde_json::private::");
        let value = json(u, depth)?;
        if is_free(&key) && !is_private {
            object.insert(key, value);
        }
    }
    Ok(object)
}

/// Undeclared fields of a type that declares `keys`.
pub(crate) fn undeclared(u: &mut Unstructured<'_>, keys: &[&str]) -> Result<Extra> {
    Ok(fields(u, DEPTH, KEYS, |key| !keys.contains(&key))?.into())
}

/// Takes undeclared fields out that have a meaning where the value is put.
pub(crate) fn forget(extra: &mut Extra, keys: &[&str]) {
    for key in keys {
        extra.remove(key);
    }
}

/// The former spelling of a tag, or none.
pub(crate) fn former(
    u: &mut Unstructured<'_>,
    tags: &[&'static str],
) -> Result<Option<&'static str>> {
    Ok(if u.arbitrary()? {
        Some(*u.choose(tags)?)
    } else {
        None
    })
}

/// Whether a value is read as the variant that the key `when` tells.
pub(crate) fn is_variant<U: Union>(value: &impl Serialize, when: &str) -> bool {
    serde_json::to_value(value).is_ok_and(|value| {
        let has = |key: &str| value.get(key).is_some_and(|field| !field.is_null());
        has(when) && !is_of_members(U::MEMBERS, &has)
    })
}

/// An object that no variant of a union takes: its tag is unknown or no text, or it has no tag and none of the keys
/// by which one could tell the variant. `when` are keys that tell a variant whatever the tag.
pub(crate) fn unknown(
    u: &mut Unstructured<'_>,
    tag_key: &str,
    tags: &[&str],
    keys: &[&str],
    when: &[&str],
) -> Result<Map<String, Value>> {
    let mut object = fields(u, DEPTH, keys, |key| key != tag_key && !when.contains(&key))?;
    let tag = match u.int_in_range(0..=5)? {
        0 => {
            for key in keys {
                object.remove(*key);
            }
            return Ok(object);
        }
        1 => match make(u)? {
            Value::String(_) => Value::Bool(true),
            tag => tag,
        },
        _ => {
            let mut tag: String = make(u)?;
            while tags.contains(&tag.as_str()) {
                tag.push('_');
            }
            tag.into()
        }
    };
    object.insert(tag_key.into(), tag);
    Ok(object)
}

/// Fields that no type declares.
#[cfg_attr(docsrs, doc(cfg(feature = "arbitrary")))]
impl<'a> Arbitrary<'a> for Extra {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        undeclared(u, KEYS)
    }
}

/// An object without tag and with no field that any type declares, which is of no known kind in any union.
#[cfg_attr(docsrs, doc(cfg(feature = "arbitrary")))]
impl<'a> Arbitrary<'a> for UnknownObject {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Ok(undeclared(u, KEYS)?.into_map().into())
    }
}

/// Implements `Arbitrary` for a type that is [`Make`].
macro_rules! arbitrary {
    ($($name:ident)+) => {$(
        #[cfg_attr(docsrs, doc(cfg(feature = "arbitrary")))]
        impl<'a> ::arbitrary::Arbitrary<'a> for $crate::$name {
            fn arbitrary(u: &mut ::arbitrary::Unstructured<'a>) -> ::arbitrary::Result<Self> {
                $crate::ext::arbitrary::make(u)
            }
        }
    )+};
}

/// Implements identifiers: any text, mostly with the prefix that servers give.
///
/// ```text
/// ids! { StepId AgentId }
/// ```
macro_rules! ids {
    ($($name:ident)+) => {
        $(
            impl $crate::ext::arbitrary::Make for $name {
                fn make(u: &mut ::arbitrary::Unstructured<'_>) -> ::arbitrary::Result<Self> {
                    $crate::ext::arbitrary::identifier(u, Self::PREFIX).map(Self::new)
                }
            }
        )+

        $crate::ext::arbitrary::arbitrary! { $($name)+ }
    };
}

/// The text of an identifier.
pub(crate) fn identifier(u: &mut Unstructured<'_>, prefix: &str) -> Result<String> {
    if !u.ratio(3, 4)? {
        return make(u);
    }
    let dash = if prefix.is_empty() { "" } else { "-" };
    let [a, b]: [u64; 2] = u.arbitrary()?;
    Ok(alloc::format!(
        "{prefix}{dash}{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}",
        a >> 32,
        (a >> 16) & 0xffff,
        (a >> 4) & 0xfff,
        b >> 52,
        b & 0xffff_ffff_ffff,
    ))
}

/// Implements instants: mostly such as servers write, sometimes any text.
///
/// ```text
/// instants! { Timestamp }
/// ```
macro_rules! instants {
    ($($name:ident)+) => {
        $(
            impl $crate::ext::arbitrary::Make for $name {
                fn make(u: &mut ::arbitrary::Unstructured<'_>) -> ::arbitrary::Result<Self> {
                    $crate::ext::arbitrary::instant(u).map(Self::new)
                }
            }
        )+

        $crate::ext::arbitrary::arbitrary! { $($name)+ }
    };
}

/// The text of an instant: seven of eight are of RFC 3339.
pub(crate) fn instant(u: &mut Unstructured<'_>) -> Result<String> {
    if !u.ratio(7, 8)? {
        return make(u);
    }
    let mut text = alloc::format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}",
        u.int_in_range(1970..=2100)?,
        u.int_in_range(1..=12)?,
        u.int_in_range(1..=28)?,
        u.int_in_range(0..=23)?,
        u.int_in_range(0..=59)?,
        u.int_in_range(0..=59)?,
    );
    if u.arbitrary()? {
        let _ = write!(text, ".{:06}", u.int_in_range(0..=999_999)?);
    }
    text.push_str(u.choose(&["Z", "+00:00", "+05:30", "-08:00"])?);
    Ok(text)
}

/// Implements open enums: a known value, or any text.
///
/// ```text
/// open_enums! { ToolStatus SortOrder }
/// ```
macro_rules! open_enums {
    ($($name:ident)+) => {
        $(
            impl $crate::ext::arbitrary::Make for $name {
                fn make(u: &mut ::arbitrary::Unstructured<'_>) -> ::arbitrary::Result<Self> {
                    if u.ratio(3, 4)? {
                        u.choose(Self::KNOWN).cloned()
                    } else {
                        // Text that happens to be a known value becomes that.
                        $crate::ext::arbitrary::make::<::alloc::string::String>(u).map(Self::from)
                    }
                }
            }
        )+

        $crate::ext::arbitrary::arbitrary! { $($name)+ }
    };
}

/// Implements objects.
///
/// ```text
/// object! {
///     TextContent {
///         text = "text" required;
///         signature = "signature" optional;
///         @tag "type";
///     }
/// }
/// ```
macro_rules! object {
    ($name:ident {
        $($field:ident = $key:literal $kind:ident;)*
        $(@tag $tag_key:literal $(, $former:literal in $former_field:ident)?;)?
    }) => {
        impl $crate::ext::arbitrary::Make for $name {
            fn make(u: &mut ::arbitrary::Unstructured<'_>) -> ::arbitrary::Result<Self> {
                Ok(Self {
                    $($field: $crate::ext::arbitrary::$kind(u)?,)*
                    $($($former_field: $crate::ext::arbitrary::former(u, &[$former])?,)?)?
                    extra: $crate::ext::arbitrary::undeclared(u, &[$($key,)* $($tag_key)?])?,
                })
            }
        }

        $crate::ext::arbitrary::arbitrary! { $name }
    };
}

/// Implements unions told apart by JSON type.
///
/// ```text
/// union_by_type! {
///     UserContent {
///         Text Parts
///     }
/// }
/// ```
macro_rules! union_by_type {
    ($name:ident { $($variant:ident)+ }) => {
        impl $crate::ext::arbitrary::Make for $name {
            fn make(u: &mut ::arbitrary::Unstructured<'_>) -> ::arbitrary::Result<Self> {
                use $crate::ext::arbitrary::{make, one_of};

                one_of(u, &[$(|u| make(u).map(Self::$variant)),+])
            }
        }

        $crate::ext::arbitrary::arbitrary! { $name }
    };
}

/// Implements unions of which the first fitting variant is taken: a value never fits an earlier one.
///
/// ```text
/// ordered_union! {
///     ToolCallOrDelta {
///         Call(ToolCall) {
///         }
///         Delta(ToolCallDelta) {
///             @not_all name arguments;     // what an earlier variant requires and this one may leave out
///         }
///         @keys {
///             "name" "arguments" "index"   // what any variant declares
///         }
///     }
/// }
/// ```
macro_rules! ordered_union {
    ($name:ident {
        $($variant:ident($member:ident) { $(@not_all $($field:ident)+;)* })+
        @keys $keys:tt
    }) => {
        impl $crate::ext::arbitrary::Make for $name {
            fn make(u: &mut ::arbitrary::Unstructured<'_>) -> ::arbitrary::Result<Self> {
                use $crate::ext::arbitrary::{forget, make, one_of, texts_of};

                one_of(u, &[$(|u| {
                    let mut value: $member = make(u)?;
                    $(
                        if true $(&& value.$field.is_some())+ {
                            let unset: &[fn(&mut $member)] = &[$(|value| value.$field = None),+];
                            u.choose(unset)?(&mut value);
                        }
                    )*
                    forget(&mut value.extra, texts_of!($keys));
                    Ok(Self::$variant(value))
                }),+])
            }
        }

        $crate::ext::arbitrary::arbitrary! { $name }
    };
}

/// Implements unions that a tag tells apart, and their type for unknown kinds if they have one of their own.
///
/// ```text
/// tagged_union! {
///     MessageListResult by "message_type" {
///         System(SystemMessageListResult) tagged;
///         @when "id" Message(LettaMessage);    // a key that tells a variant whatever the tag
///         @unknown UnknownMessageListResult;
///         @tags {
///             "system_message"
///         }
///         @keys {
///             "content" "message_id"           // what any variant declares
///         }
///     }
/// }
/// ```
macro_rules! tagged_union {
    ($name:ident by $tag_key:literal {
        $($variant:ident($member:ident) $kind:ident;)+
        $(@when $when:literal $nested:ident($nested_type:ident);)?
        @unknown $unknown:ident;
        @tags $tags:tt
        @keys $keys:tt
    }) => {
        const _: () = {
            use $crate::ext::arbitrary::{make, one_of, texts_of, unknown, Make};

            const WHEN: &[&str] = &[$($when)?];

            fn make_unknown(u: &mut ::arbitrary::Unstructured<'_>) -> ::arbitrary::Result<$unknown> {
                unknown(u, $tag_key, texts_of!($tags), texts_of!($keys), WHEN).map(From::from)
            }

            $crate::ext::arbitrary::unknown_type!($unknown make_unknown);

            impl Make for $name {
                fn make(u: &mut ::arbitrary::Unstructured<'_>) -> ::arbitrary::Result<Self> {
                    one_of(u, &[
                        $(|u| {
                            let value: $member = make(u)?;
                            Ok(Self::$variant($crate::ext::arbitrary::kept_apart!($kind value $tag_key $keys)))
                        },)+
                        $(|u| {
                            let value: $nested_type = make(u)?;
                            if $crate::ext::arbitrary::is_variant::<$name>(&value, $when) {
                                Ok(Self::$nested(value.into()))
                            } else {
                                make_unknown(u).map(Self::Unknown)
                            }
                        },)?
                        |u| make_unknown(u).map(Self::Unknown),
                    ])
                }
            }
        };

        $crate::ext::arbitrary::arbitrary! { $name }
    };
}

/// Implements the type for unknown kinds, if it is the union's own.
macro_rules! unknown_type {
    (UnknownObject $make:ident) => {};
    ($name:ident $make:ident) => {
        impl $crate::ext::arbitrary::Make for $name {
            fn make(u: &mut ::arbitrary::Unstructured<'_>) -> ::arbitrary::Result<Self> {
                $make(u)
            }
        }

        $crate::ext::arbitrary::arbitrary! { $name }
    };
}

/// A variant: one without a tag, without what would make it another variant.
macro_rules! kept_apart {
    (tagged $value:ident $tag_key:literal $keys:tt) => {
        $value
    };
    (tagless $value:ident $tag_key:literal $keys:tt) => {{
        let mut value = $value;
        $crate::ext::arbitrary::forget(&mut value.extra, &[$tag_key]);
        $crate::ext::arbitrary::forget(&mut value.extra, texts_of!($keys));
        value
    }};
}

/// The texts of a block as a slice.
macro_rules! texts_of {
    ({ $($text:literal)* }) => { &[$($text),*] };
}

pub(crate) use {
    arbitrary, ids, instants, kept_apart, object, open_enums, ordered_union, tagged_union,
    texts_of, union_by_type, unknown_type,
};
