//! What can be read as a body.

use alloc::vec::Vec;

use serde_json::Value;

use super::{Error, Tolerant};

/// A type that [`json`](crate::json) reads: the type of a body or of an element of a listed body, or a
/// `Vec`, an `Option` or a `Vec` of [`Tolerant`] of it.
///
/// The trait is sealed.
pub trait Body: sealed::Body {}

impl<T: sealed::Body> Body for T {}

/// A type that can be an element of a listed body.
///
/// The trait is sealed.
pub trait Element: sealed::Element {}

impl<T: sealed::Element> Element for T {}

/// An arrangement between this crate's types, and nobody else's business.
pub(crate) mod sealed {
    use super::{Error, Tolerant, Value, Vec};

    pub trait Body: Sized {
        fn from_json(text: &str) -> Result<Self, Error>;
    }

    // Lists are read by functions of the element, so that these are compiled where the element is.
    pub trait Element: Sized {
        fn list_from_json(text: &str) -> Result<Vec<Self>, Error>;
        fn option_from_json(text: &str) -> Result<Option<Self>, Error>;
        fn tolerant_list_from_json(text: &str) -> Result<Vec<Tolerant<Self>>, Error>;
        fn tolerant(value: Value) -> Tolerant<Self>;
    }

    impl<T: Element> Body for Vec<T> {
        fn from_json(text: &str) -> Result<Self, Error> {
            T::list_from_json(text)
        }
    }

    impl<T: Element> Body for Option<T> {
        fn from_json(text: &str) -> Result<Self, Error> {
            T::option_from_json(text)
        }
    }

    impl<T: Element> Body for Vec<Tolerant<T>> {
        fn from_json(text: &str) -> Result<Self, Error> {
            T::tolerant_list_from_json(text)
        }
    }
}

/// Implements [`Body`] and [`Element`] for types that are read from the wire.
macro_rules! body {
    ($($name:ident)+) => {$(
        impl $crate::json::sealed::Body for $name {
            fn from_json(text: &str) -> Result<Self, $crate::json::Error> {
                $crate::json::read::read(text)
            }
        }

        impl $crate::json::sealed::Element for $name {
            fn list_from_json(text: &str) -> Result<Vec<Self>, $crate::json::Error> {
                $crate::json::read::read(text)
            }

            fn option_from_json(text: &str) -> Result<Option<Self>, $crate::json::Error> {
                $crate::json::read::read_option(text)
            }

            fn tolerant_list_from_json(
                text: &str,
            ) -> Result<Vec<$crate::json::Tolerant<Self>>, $crate::json::Error> {
                $crate::json::read::read_tolerant(text)
            }

            fn tolerant(value: ::serde_json::Value) -> $crate::json::Tolerant<Self> {
                $crate::json::read::tolerate(value)
            }
        }
    )+};
}

pub(crate) use body;
