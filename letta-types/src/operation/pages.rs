//! Lists that come in pages.

use alloc::{borrow::ToOwned, string::String, vec::Vec};

use self::sealed::Cursors;
use super::Operation;
use crate::{MessageType, SortOrder, json::Tolerant};

/// An operation that returns a list page by page.
///
/// The trait is sealed: the structs of [`operations`](crate::operations) implement it.
pub trait Paged:
    Operation<Response = Vec<<Self as Paged>::Item>> + sealed::Paged<<Self as Paged>::Item>
{
    /// What is listed.
    type Item;

    /// All pages, from the one on that this operation asks for.
    fn pages(self) -> Pages<Self>
    where
        Self: Sized,
    {
        Pages::new(self)
    }
}

/// The pages of a list, one request after the other.
///
/// It sends nothing. [`operation`](Self::operation) is the request to send; [`turn`](Self::turn) takes the page
/// that came of it and moves on, as does [`turn_tolerant`](Self::turn_tolerant). Until then the operation stays, so
/// that a request that failed can be sent once more. The [module](super) has an example.
///
/// # Where the list ends
///
/// A page is the last one when it is empty, or when it leads no further: its end is where the request
/// began. That it is shorter than `limit` tells nothing: a server may return fewer, and of messages it counts the stored ones,
/// of which each can be listed as several messages or none.
///
/// # Where the next one begins
///
/// What `after` and `before` mean depends on the operation. It was learnt from recorded requests and
/// from the code of the servers 0.15.1 and 0.16.8, since the documents call both relative to the order:
///
/// - In [`ListSteps`](crate::ListSteps) and [`ListMessagesForStep`](crate::ListMessagesForStep) they are: `after`
///   goes on in the order asked for, be it ascending or descending, so the next page is behind the last
///   element.
/// - In [`ListAllMessages`](crate::ListAllMessages), `after` means newer and `before` older, whatever the
///   order. So in ascending order the next page is `after` the newest message, in descending order
///   `before` the oldest, and the other cursor stays as the far end. Within each page, servers put the oldest
///   first in either order; which end is which is told by the messages' dates.
///
/// A list that is added to while it is read is best read in ascending order. It is also the order in which
/// all readings of the documents mean the same.
///
/// # Going backwards
///
/// For [`ListSteps`](crate::ListSteps) and [`ListMessagesForStep`](crate::ListMessagesForStep), `before` alone
/// makes a server begin at the start of the list and not ahead of that element. `Pages` turns such a request
/// round: the opposite order, and `after`. What is ahead of the element comes nearest first, and all of it.
///
/// With both cursors, servers return the middle of a long stretch. `Pages` leaves `before` out and stops at
/// that element itself. So it must be one that is listed, and come behind `after` in the order asked for, whereas a server
/// that is given both takes them by age: else the list goes on to its end.
///
/// # Filtered lists
///
/// Servers drop what [`include_return_message_types`](crate::ListAllMessages::include_return_message_types) excludes
/// after they have taken `limit` stored messages. A page can be empty then, though more come behind it, and nothing
/// would tell where these begin. So `Pages` asks for all kinds, and drops what is excluded itself, by
/// [`message_type`](crate::LettaMessage::message_type). Malformed elements stay: nobody knows what they are.
#[derive(Clone, Debug)]
pub struct Pages<O> {
    /// The request for the page that comes next; `None` behind the last.
    next: Option<O>,
    /// The element at which the list ends, if the server isn't asked to end there.
    until: Option<String>,
    /// The kinds of elements that the list has, if the server isn't asked for these alone.
    kinds: Option<Vec<MessageType>>,
}

impl<O: Paged> Pages<O> {
    /// The pages from the one on that `first` asks for.
    #[must_use]
    pub fn new(mut first: O) -> Self {
        let mut cursors = first.cursors();
        let until = if O::BY_AGE {
            None
        } else {
            cursors.turn_round(&O::ORDER)
        };
        first.set_cursors(cursors);
        // As servers have it, a list of no kinds is one of all.
        let kinds = first.take_kinds().filter(|kinds| !kinds.is_empty());
        Self {
            next: Some(first),
            until,
            kinds,
        }
    }

    /// The request for the next page; `None` when there is none.
    #[must_use]
    pub fn operation(&self) -> Option<&O> {
        self.next.as_ref()
    }

    /// Takes the page that [`operation`](Self::operation) asked for and returns what of it belongs to the list,
    /// in the order in which it came.
    ///
    /// Hand it over as it came: its ends tell where the next one begins.
    pub fn turn(&mut self, page: Vec<O::Item>) -> Vec<O::Item> {
        self.turn_by(page, |item| Some(item))
    }

    /// [`turn`](Self::turn) for a page of which elements may be malformed.
    ///
    /// Those tell nothing of where the next page begins: a page of no others counts as the last.
    pub fn turn_tolerant(&mut self, page: Vec<Tolerant<O::Item>>) -> Vec<Tolerant<O::Item>> {
        self.turn_by(page, Tolerant::value)
    }

    fn turn_by<E>(&mut self, page: Vec<E>, item: fn(&E) -> Option<&O::Item>) -> Vec<E> {
        let mut page = self.turn_whole(page, item);
        if let Some(kinds) = &self.kinds {
            page.retain(|element| {
                item(element)
                    .is_none_or(|item| O::kind(item).is_some_and(|kind| kinds.contains(&kind)))
            });
        }
        page
    }

    /// Of a page with elements of all kinds.
    fn turn_whole<E>(&mut self, mut page: Vec<E>, item: fn(&E) -> Option<&O::Item>) -> Vec<E> {
        let Some(mut operation) = self.next.take() else {
            return page;
        };
        if let Some(until) = &self.until {
            let end = page
                .iter()
                .position(|element| item(element).and_then(O::id) == Some(until));
            if let Some(end) = end {
                page.truncate(end);
                return page;
            }
        }
        let cursors = operation.cursors();
        let mark = |item| O::id(item).map(|id| Mark::new(id, O::instant(item)));
        let mut items = page.iter().filter_map(item);
        let mut from_end = page.iter().rev().filter_map(item);
        let ends = items.find_map(mark).zip(from_end.find_map(mark));
        if let Some((first, last)) = ends {
            let next = if O::BY_AGE {
                cursors.by_age(&first, &last, &O::ORDER)
            } else {
                cursors.behind(&last)
            };
            self.next = next.map(|cursors| {
                operation.set_cursors(cursors);
                operation
            });
        }
        page
    }
}

/// What an element at the end of a page tells.
struct Mark<'a> {
    id: &'a str,
    instant: Option<&'a str>,
}

impl<'a> Mark<'a> {
    fn new(id: &'a str, instant: Option<&'a str>) -> Self {
        Self { id, instant }
    }

    /// Whether it is known to be newer. Servers write all instants of a list in one form, to the second at
    /// least, so the texts compare as the instants do.
    fn is_newer(&self, other: &Self) -> bool {
        const SECONDS: usize = "2026-11-21T09:23:20".len();
        let seconds = |mark: &Self| mark.instant.and_then(|text| text.get(..SECONDS));
        match (seconds(self), seconds(other)) {
            (Some(own), Some(other)) => own > other,
            _ => false,
        }
    }
}

impl Cursors {
    fn is_descending(&self, default: &SortOrder) -> bool {
        match &self.order {
            Some(SortOrder::Unknown(_)) | None => *default == SortOrder::Desc,
            Some(order) => *order == SortOrder::Desc,
        }
    }

    /// Leaves `before` out; returns the element at which the list ends instead.
    fn turn_round(&mut self, default: &SortOrder) -> Option<String> {
        let before = self.before.take()?;
        if self.after.is_some() {
            return Some(before);
        }
        self.after = Some(before);
        self.order = Some(if self.is_descending(default) {
            SortOrder::Asc
        } else {
            SortOrder::Desc
        });
        None
    }

    /// The page behind the last element in the order asked for.
    fn behind(mut self, last: &Mark<'_>) -> Option<Self> {
        let moved = self.after.as_deref() != Some(last.id);
        self.after = Some(last.id.to_owned());
        moved.then_some(self)
    }

    /// The page of what is newer than this one, or older, as the order has it.
    fn by_age(mut self, first: &Mark<'_>, last: &Mark<'_>, default: &SortOrder) -> Option<Self> {
        // Oldest first, unless the dates say otherwise.
        let (oldest, newest) = if first.is_newer(last) {
            (last, first)
        } else {
            (first, last)
        };
        let (cursor, end) = if self.is_descending(default) {
            (&mut self.before, oldest)
        } else {
            (&mut self.after, newest)
        };
        let moved = cursor.as_deref() != Some(end.id);
        *cursor = Some(end.id.to_owned());
        moved.then_some(self)
    }
}

/// An arrangement between this crate's types, and nobody else's business.
pub(crate) mod sealed {
    use alloc::{string::String, vec::Vec};

    use crate::{MessageType, SortOrder};

    /// The parameters that say which page is asked for.
    #[derive(Clone, Debug)]
    pub struct Cursors {
        pub after: Option<String>,
        pub before: Option<String>,
        pub order: Option<SortOrder>,
    }

    pub trait Paged<Item> {
        /// What the list is sorted by unless told otherwise.
        const ORDER: SortOrder;
        /// Whether cursors are relative to age, and not to the order.
        const BY_AGE: bool;

        fn cursors(&self) -> Cursors;

        fn set_cursors(&mut self, cursors: Cursors);

        fn id(item: &Item) -> Option<&str>;

        fn instant(item: &Item) -> Option<&str>;

        /// Takes out of the request which kinds of elements to list, if it says so.
        fn take_kinds(&mut self) -> Option<Vec<MessageType>>;

        fn kind(item: &Item) -> Option<MessageType>;
    }
}
