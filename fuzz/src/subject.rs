//! The types that are read, and what is checked of each.

use letta_types::{
    ApiError, InternalMessage, LettaMessage, MessageListResult, MessageSearchRequest,
    MessageSearchResult, ModifyFeedbackRequest, ProviderTrace, SearchAllMessagesRequest, Step,
    StepMetrics,
};
use support::Form;

use crate::{check, edit::Edited};

/// A type in one form, with the checks compiled for it.
pub struct Subject {
    /// The name of the type.
    pub type_name: &'static str,
    /// How the text holds the type.
    pub form: Form,
    /// See [`check::any_bytes`].
    pub any_bytes: fn(&[u8]),
    /// See [`check::round_trip`].
    pub round_trip: fn(&[u8]),
    /// See [`check::differential`].
    pub differential: fn(&[u8]),
    /// See [`check::tolerant`], of lists of the type.
    pub tolerant: fn(&[u8]),
    /// See [`check::structured`].
    pub structured: fn(&Edited),
}

macro_rules! subjects {
    ($($form:ident $name:ident: $type:ty;)+) => {
        /// All of them. The first byte of an input selects from this list.
        pub const SUBJECTS: &[Subject] = &[$(
            Subject {
                type_name: stringify!($name),
                form: Form::$form,
                any_bytes: check::any_bytes::<$type>,
                round_trip: check::round_trip::<$type>,
                differential: check::differential::<$type>,
                tolerant: check::tolerant::<$name>,
                structured: check::structured::<$type>,
            },
        )+];
    };
}

// New ones go to the end: the corpora know the others by their place.
subjects! {
    One Step: Step;
    One StepMetrics: StepMetrics;
    One ProviderTrace: ProviderTrace;
    One InternalMessage: InternalMessage;
    One LettaMessage: LettaMessage;
    One MessageSearchRequest: MessageSearchRequest;
    One MessageSearchResult: MessageSearchResult;
    One MessageListResult: MessageListResult;
    One ModifyFeedbackRequest: ModifyFeedbackRequest;
    One ApiError: ApiError;
    List Step: Vec<Step>;
    List InternalMessage: Vec<InternalMessage>;
    List LettaMessage: Vec<LettaMessage>;
    List MessageSearchResult: Vec<MessageSearchResult>;
    List MessageListResult: Vec<MessageListResult>;
    Optional ProviderTrace: Option<ProviderTrace>;
    One SearchAllMessagesRequest: SearchAllMessagesRequest;
}

/// How many subjects each half of the bytes selects from: the lower half from the first ones, whatever
/// else there is, and the upper half from those behind them. Where none is behind, it selects as the lower half.
const HALF: usize = 16;

/// Splits an input into the subject that its first byte selects and the text.
#[must_use]
pub fn select(data: &[u8]) -> Option<(&'static Subject, &[u8])> {
    let (first, bytes) = data.split_first()?;
    let place = usize::from(*first) % HALF;
    let behind = SUBJECTS.get(place + HALF).filter(|_| !first.is_ascii());
    let subject = behind.or_else(|| SUBJECTS.get(place))?;
    Some((subject, bytes))
}

/// The byte that selects a type.
#[must_use]
pub fn selector(form: Form, type_name: &str) -> Option<u8> {
    let place = place(form, type_name)?;
    let byte = if place < HALF {
        place
    } else {
        place - HALF + 128
    };
    u8::try_from(byte).ok()
}

/// The place of a type in the list.
#[must_use]
pub fn place(form: Form, type_name: &str) -> Option<usize> {
    SUBJECTS
        .iter()
        .position(|subject| subject.form == form && subject.type_name == type_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selected(byte: u8) -> (Form, &'static str) {
        let input = [byte, b'!'];
        let (subject, rest) = select(&input).expect("a subject");
        assert_eq!(rest, b"!");
        (subject.form, subject.type_name)
    }

    #[test]
    fn every_subject_is_selected_by_its_byte() {
        for subject in SUBJECTS {
            let (form, name) = (subject.form, subject.type_name);
            let byte = selector(form, name).expect("a byte");
            assert_eq!(selected(byte), (form, name));
        }
    }

    /// Inputs that were found begin with these.
    #[test]
    fn printable_bytes_select_what_they_always_did() {
        for (byte, form, name) in [
            (b'p', Form::One, "Step"),
            (b't', Form::One, "LettaMessage"),
            (b'f', Form::One, "MessageSearchResult"),
            (b'g', Form::One, "MessageListResult"),
            (b'l', Form::List, "LettaMessage"),
        ] {
            assert_eq!(selected(byte), (form, name));
        }
    }
}
