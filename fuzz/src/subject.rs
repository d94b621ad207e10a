//! The types that are read, and what is checked of each.

use letta_types::{
    ApiError, InternalMessage, LettaMessage, MessageListResult, MessageSearchRequest,
    MessageSearchResult, ModifyFeedbackRequest, ProviderTrace, Step, StepMetrics,
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
        /// All of them. The first byte of an input is a place in this list.
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
}

/// Splits an input into the subject that its first byte selects and the text.
#[must_use]
pub fn select(data: &[u8]) -> Option<(&'static Subject, &[u8])> {
    let (first, bytes) = data.split_first()?;
    let subject = SUBJECTS.get(usize::from(*first) % SUBJECTS.len())?;
    Some((subject, bytes))
}

/// The place of a type in the list.
#[must_use]
pub fn place(form: Form, type_name: &str) -> Option<usize> {
    SUBJECTS
        .iter()
        .position(|subject| subject.form == form && subject.type_name == type_name)
}
