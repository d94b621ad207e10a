//! Payloads from before and after a change that servers made.

use crate::{
    fixtures::{Fixture, text},
    types::Form,
};

/// A change that servers made: a folder of `fixtures/drift`.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    pub name: &'static str,
    form: Form,
    type_name: &'static str,
}

impl Change {
    /// What servers sent before the change.
    pub fn before(self) -> Fixture {
        self.payload("before")
    }

    /// What they send since.
    pub fn after(self) -> Fixture {
        self.payload("after")
    }

    fn payload(self, which: &str) -> Fixture {
        let path = format!("drift/{}/{which}.json", self.name);
        Fixture {
            form: self.form,
            type_name: self.type_name,
            text: text(&path),
            path,
        }
    }
}

/// The change of a name.
pub fn change(name: &str) -> Change {
    let found = CHANGES.iter().find(|change| change.name == name);
    *found.unwrap_or_else(|| panic!("{name} is no change: add it to support/drift.rs"))
}

macro_rules! changes {
    ($($name:literal: $form:ident $type_name:ident;)+) => {
        /// All changes that are kept as payloads.
        pub const CHANGES: &[Change] = &[$(Change {
            name: $name,
            form: Form::$form,
            type_name: stringify!($type_name),
        }),+];
    };
}

changes! {
    "approvals-list": One LettaMessage;
    "assistant-content-parts": One LettaMessage;
    "content-parts": One InternalMessage;
    "error-of-model": One ApiError;
    "error-trace-id": One ApiError;
    "error-validation": One ApiError;
    "event-tag": One LettaMessage;
    "fields-left-out": One Step;
    "func-response-parts": One InternalMessage;
    "message-types": List LettaMessage;
    "naive-datetimes": One InternalMessage;
    "roles": List InternalMessage;
    "search-results": List MessageListResult;
    "step-fields": One Step;
    "stop-reasons": List Step;
    "summary-tag": One LettaMessage;
    "tool-calls-list": One LettaMessage;
    "tool-return-parts": One LettaMessage;
    "tool-returns-list": One LettaMessage;
    "trace-fields": One ProviderTrace;
    "user-content-parts": One LettaMessage;
}
