//! The tables of generated operations, made into code.

/// Implements [`Operation`](super::Operation).
///
/// ```text
/// operation! {
///     ListMessagesForStep: Vec<LettaMessage> {
///         name "list_messages_for_step";
///         GET "/v1/steps/{step_id}/messages";
///         path step_id: required = "step_id";
///         query after: optional = "after";
///         query tags: optional each = "tags";
///         header x_project: optional = "x-project";
///         body body: required;
///     }
/// }
/// ```
macro_rules! operation {
    ($name:ident: $response:ty {
        name $operation:literal;
        $method:ident $template:literal;
        $(path $path:ident: $path_presence:ident = $path_key:literal;)*
        $(query $query:ident: $query_presence:ident $($query_each:ident)? = $query_key:literal;)*
        $(header $header:ident: $header_presence:ident = $header_key:literal;)*
        $(body $body:ident: $body_presence:ident;)?
    }) => {
        impl $crate::operation::Operation for $name {
            const NAME: &'static str = $operation;
            const METHOD: $crate::operation::Method = operation!(@method $method);
            const PATH: &'static str = $template;
            type Response = $response;
        }

        impl $crate::operation::sealed::Operation for $name {
            fn visit(&self, visit: &mut $crate::operation::sealed::Visit<'_>) {
                use $crate::operation::sealed::Place::*;

                // An operation may have no parameter.
                let _ = (&self, &visit, [Path, Query, Header]);
                $(operation!(@$path_presence visit, Path, $path_key, self.$path);)*
                $(operation!(
                    @$query_presence $($query_each)? visit, Query, $query_key, self.$query
                );)*
                $(operation!(@$header_presence visit, Header, $header_key, self.$header);)*
            }

            fn has_body(&self) -> bool {
                operation!(@has_body self $($body_presence $body)?)
            }

            fn write(&self) -> Option<::serde_json::Result<::alloc::vec::Vec<u8>>> {
                operation!(@write self $($body_presence $body)?)
            }
        }
    };

    (@method GET) => { $crate::operation::Method::Get };
    (@method PUT) => { $crate::operation::Method::Put };
    (@method POST) => { $crate::operation::Method::Post };
    (@method DELETE) => { $crate::operation::Method::Delete };
    (@method PATCH) => { $crate::operation::Method::Patch };

    (@required $visit:ident, $place:ident, $key:literal, $value:expr) => {
        $visit($place, $key, &$value)
    };
    (@optional $visit:ident, $place:ident, $key:literal, $value:expr) => {
        if let Some(value) = &$value {
            $visit($place, $key, value);
        }
    };
    (@required each $visit:ident, $place:ident, $key:literal, $value:expr) => {
        for value in &$value {
            $visit($place, $key, value);
        }
    };
    (@optional each $visit:ident, $place:ident, $key:literal, $value:expr) => {
        for value in $value.iter().flatten() {
            $visit($place, $key, value);
        }
    };

    (@has_body $self:ident) => { false };
    (@has_body $self:ident required $body:ident) => { true };
    (@has_body $self:ident optional $body:ident) => { $self.$body.is_some() };
    (@write $self:ident) => { None };
    (@write $self:ident required $body:ident) => { Some(::serde_json::to_vec(&$self.$body)) };
    (@write $self:ident optional $body:ident) => {
        $self.$body.as_ref().map(::serde_json::to_vec)
    };
}

/// Implements [`Paged`](super::Paged).
///
/// ```text
/// paged! {
///     ListAllMessages: LettaMessage {
///         cursor accessor id;
///         instant accessor date;
///         order Desc;
///         kinds include_return_message_types by message_type;
///     }
/// }
/// ```
///
/// `order` is what the list is sorted by unless told otherwise. With an `instant`, cursors are relative to
/// age, else to the order. `kinds` is the parameter that says which kinds of elements to list, and what tells the
/// kind of one.
macro_rules! paged {
    ($name:ident: $item:ty {
        cursor $cursor_kind:ident $cursor:ident;
        $(instant $instant_kind:ident $instant:ident;)?
        order $order:ident;
        $(kinds $kinds:ident by $kind:ident;)?
    }) => {
        impl $crate::operation::Paged for $name {
            type Item = $item;
        }

        impl $crate::operation::pages_sealed::Paged<$item> for $name {
            const ORDER: $crate::SortOrder = $crate::SortOrder::$order;
            const BY_AGE: bool = paged!(@is $($instant)?);

            fn cursors(&self) -> $crate::operation::pages_sealed::Cursors {
                $crate::operation::pages_sealed::Cursors {
                    after: self.after.clone().map(Into::into),
                    before: self.before.clone().map(Into::into),
                    order: self.order.clone(),
                }
            }

            fn set_cursors(&mut self, cursors: $crate::operation::pages_sealed::Cursors) {
                self.after = cursors.after.map(Into::into);
                self.before = cursors.before.map(Into::into);
                self.order = cursors.order;
            }

            fn id(item: &$item) -> Option<&str> {
                paged!(@get $cursor_kind item.$cursor)
            }

            fn instant(item: &$item) -> Option<&str> {
                let _ = item;
                paged!(@instant item $($instant_kind $instant)?)
            }

            fn take_kinds(&mut self) -> Option<Vec<$crate::MessageType>> {
                paged!(@kinds self $($kinds)?)
            }

            fn kind(item: &$item) -> Option<$crate::MessageType> {
                let _ = item;
                paged!(@kind item $($kind)?)
            }
        }
    };

    (@is) => { false };
    (@is $is:ident) => { true };
    (@instant $item:ident) => { None };
    (@instant $item:ident $kind:ident $name:ident) => { paged!(@get $kind $item.$name) };
    (@kinds $self:ident) => { None };
    (@kinds $self:ident $kinds:ident) => { $self.$kinds.take() };
    (@kind $item:ident) => { None };
    (@kind $item:ident $kind:ident) => { $item.$kind() };
    (@get required $item:ident.$name:ident) => { Some($item.$name.as_str()) };
    (@get optional $item:ident.$name:ident) => {
        $item.$name.as_ref().map(|value| value.as_str())
    };
    (@get accessor $item:ident.$name:ident) => { $item.$name().map(|value| value.as_str()) };
}

pub(crate) use operation;
pub(crate) use paged;
