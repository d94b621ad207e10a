//! What can be read as a body.

use alloc::vec::Vec;

use super::{Error, Tolerant};
use crate::runtime::{
    slot::Slot,
    wire::{Input, Wire},
};

/// A type that [`json`](crate::json) reads: the type of a body or of an element of a listed body, or a
/// `Vec`, an `Option`, a [`Tolerant`] or a `Vec` of [`Tolerant`] of it.
///
/// The trait is sealed.
#[diagnostic::on_unimplemented(
    message = "`letta_types::json` doesn't read `{Self}`",
    label = "neither the type of a body nor that of an element of a listed body",
    note = "`serde_json` reads all types of `letta_types`, and those of your own that hold them"
)]
pub trait Body: sealed::Body {}

impl<T: sealed::Body> Body for T {}

/// A type that can be an element of a listed body.
///
/// The trait is sealed.
pub trait Element: sealed::Element {}

impl<T: sealed::Element> Element for T {}

/// An arrangement between this crate's types, and nobody else's business.
pub(crate) mod sealed {
    use super::{
        super::read::{self, End},
        Error, Input, Slot, Tolerant, Vec, Wire,
    };

    pub trait Body: Sized {
        fn from_json(text: &str) -> Result<Self, Error>;
    }

    // What reads is compiled where the element is; what is made of that, where it is asked for.
    #[expect(
        private_bounds,
        private_interfaces,
        reason = "nobody else can implement or call it"
    )]
    pub trait Element: Wire {
        fn attempt(text: &str, input: Input, slot: &mut Slot<Self>) -> Result<End, Error>;
        fn attempt_list(text: &str, input: Input, slot: &mut Slot<Vec<Self>>)
        -> Result<End, Error>;
    }

    impl<T: Element> Body for T {
        fn from_json(text: &str) -> Result<Self, Error> {
            read::whole(text, T::attempt, Slot::element)
        }
    }

    impl<T: Element> Body for Vec<T> {
        fn from_json(text: &str) -> Result<Self, Error> {
            read::whole(text, T::attempt_list, Slot::element)
        }
    }

    impl<T: Element> Body for Option<T> {
        fn from_json(text: &str) -> Result<Self, Error> {
            read::whole(text, T::attempt, read::option)
        }
    }

    impl<T: Element> Body for Tolerant<T> {
        fn from_json(text: &str) -> Result<Self, Error> {
            read::read_one_tolerant(text)
        }
    }

    impl<T: Element> Body for Vec<Tolerant<T>> {
        fn from_json(text: &str) -> Result<Self, Error> {
            read::read_tolerant(text)
        }
    }
}

/// Implements [`Body`] and [`Element`] for types that are read from the wire.
macro_rules! body {
    ($($name:ident)+) => {$(
        #[expect(private_interfaces, reason = "nobody else can call it")]
        impl $crate::json::sealed::Element for $name {
            fn attempt(
                text: &str,
                input: $crate::runtime::wire::Input,
                slot: &mut $crate::runtime::slot::Slot<Self>,
            ) -> Result<$crate::json::read::End, $crate::json::Error> {
                $crate::json::read::attempt(text, input, slot)
            }

            fn attempt_list(
                text: &str,
                input: $crate::runtime::wire::Input,
                slot: &mut $crate::runtime::slot::Slot<Vec<Self>>,
            ) -> Result<$crate::json::read::End, $crate::json::Error> {
                $crate::json::read::attempt(text, input, slot)
            }
        }
    )+};
}

pub(crate) use body;
