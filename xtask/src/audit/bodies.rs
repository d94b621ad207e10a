//! The bodies of operations, read and written by the types of `letta-types`.

use support::Schema;

use crate::validate::{
    body::Node,
    failure::Failure,
    operations::Operations,
    proof::{Loss, prove},
    types::rewrite,
};

/// What reads and writes them.
pub(super) struct Bodies {
    schema: Schema,
    operations: Operations,
}

impl Bodies {
    /// # Errors
    ///
    /// The OpenAPI document that the crate carries isn't JSON.
    pub(super) fn bundled() -> Result<Self, String> {
        let operations = Operations::bundled()
            .map_err(|error| format!("the bundled OpenAPI document: {error}"))?;
        Ok(Self {
            schema: Schema::bundled(),
            operations,
        })
    }

    /// What is lost of a body when it is read and written; `None` if the crate has no type for it.
    ///
    /// # Errors
    ///
    /// The crate doesn't read it.
    pub(super) fn lost(
        &self,
        operation: &str,
        is_request: bool,
        text: &str,
    ) -> Option<Result<Vec<Loss>, Box<Failure>>> {
        let subject = if is_request {
            self.operations.request(operation)
        } else {
            self.operations.response(operation)
        };
        let subject = subject?;
        let lost = || {
            let written = rewrite(subject, text)?;
            let (body, written) = (Node::parse(text)?, Node::parse(&written)?);
            Ok(prove(&self.schema, subject, &body, &written).lost)
        };
        Some(lost())
    }
}
