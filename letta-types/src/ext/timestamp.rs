//! `Timestamp` from and to the instants of other crates.
//!
//! Servers write `2026-11-21T09:23:20.892391Z` and `2026-11-21T09:23:20+00:00`; older ones also left the
//! offset out and meant UTC. All three are read, also with a space for the `T`, as Python prints them. What the text
//! says beyond the instant is left to the text.

use alloc::{
    borrow::{Cow, ToOwned},
    string::String,
};
use core::{error::Error, fmt};

use crate::Timestamp;

impl Timestamp {
    /// Reads the text in the form that it has: with an offset, or without.
    fn read<T, E>(
        &self,
        with_offset: impl FnOnce(&str) -> Result<T, E>,
        naive: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<T, TimestampError<E>> {
        // Not all of the other crates take a space there.
        let text = match self.as_str().split_once(' ') {
            Some((date, time)) if !date.contains(['T', 't']) => {
                Cow::Owned(alloc::format!("{date}T{time}"))
            }
            _ => Cow::Borrowed(self.as_str()),
        };
        // The offset stands behind the time; dashes before that are the date's.
        let has_offset = text
            .split_once(['T', 't'])
            .is_some_and(|(_, time)| time.contains(['Z', 'z', '+', '-']));
        let read = if has_offset {
            with_offset(&text)
        } else {
            naive(&text)
        };
        read.map_err(|source| TimestampError {
            text: self.as_str().to_owned(),
            source,
        })
    }
}

/// Why a [`Timestamp`] isn't an instant to another crate, whose error is the
/// [`source`](core::error::Error::source).
///
/// ```
/// # #[cfg(feature = "jiff")] {
/// use letta_types::Timestamp;
///
/// let error = Timestamp::new("yesterday").to_jiff().expect_err("no instant");
/// assert!(error.to_string().starts_with("\"yesterday\" is not a valid timestamp: "));
/// # }
/// ```
#[cfg_attr(
    docsrs,
    doc(cfg(any(feature = "chrono", feature = "jiff", feature = "time")))
)]
#[derive(Clone, Debug)]
pub struct TimestampError<E> {
    text: String,
    source: E,
}

impl<E> TimestampError<E> {
    /// The text, as it came.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Gives the other crate's error away.
    #[must_use]
    pub fn into_source(self) -> E {
        self.source
    }
}

impl<E: fmt::Display> fmt::Display for TimestampError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 40;
        match self.text.char_indices().nth(MOST) {
            Some((end, _)) => write!(f, "{:?}…", &self.text[..end])?,
            None => write!(f, "{:?}", self.text)?,
        }
        write!(f, " is not a valid timestamp: {}", self.source)
    }
}

impl<E: Error + 'static> Error for TimestampError<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.source)
    }
}

#[cfg(feature = "jiff")]
#[cfg_attr(docsrs, doc(cfg(feature = "jiff")))]
impl Timestamp {
    /// The instant; a text without an offset is in UTC.
    ///
    /// # Errors
    ///
    /// The text is not a valid timestamp.
    pub fn to_jiff(&self) -> Result<jiff::Timestamp, TimestampError<jiff::Error>> {
        self.read(str::parse, |text| {
            jiff::tz::Offset::UTC.to_timestamp(text.parse()?)
        })
    }
}

#[cfg(feature = "jiff")]
#[cfg_attr(docsrs, doc(cfg(feature = "jiff")))]
impl From<jiff::Timestamp> for Timestamp {
    fn from(instant: jiff::Timestamp) -> Self {
        Self::new(alloc::format!("{instant}"))
    }
}

#[cfg(feature = "jiff")]
#[cfg_attr(docsrs, doc(cfg(feature = "jiff")))]
impl TryFrom<&Timestamp> for jiff::Timestamp {
    type Error = TimestampError<jiff::Error>;

    fn try_from(text: &Timestamp) -> Result<Self, Self::Error> {
        text.to_jiff()
    }
}

#[cfg(feature = "chrono")]
#[cfg_attr(docsrs, doc(cfg(feature = "chrono")))]
impl Timestamp {
    /// The instant with its offset; a text without an offset is in UTC.
    ///
    /// # Errors
    ///
    /// The text is not a valid timestamp.
    pub fn to_chrono(
        &self,
    ) -> Result<chrono::DateTime<chrono::FixedOffset>, TimestampError<chrono::ParseError>> {
        self.read(chrono::DateTime::parse_from_rfc3339, |text| {
            let naive: chrono::NaiveDateTime = text.parse()?;
            Ok(naive.and_utc().fixed_offset())
        })
    }
}

#[cfg(feature = "chrono")]
#[cfg_attr(docsrs, doc(cfg(feature = "chrono")))]
impl<Tz: chrono::TimeZone> From<chrono::DateTime<Tz>> for Timestamp {
    /// The instant with its offset, or in UTC if the offset isn't of whole minutes, which is how far the text goes.
    fn from(instant: chrono::DateTime<Tz>) -> Self {
        use chrono::{Offset, SecondsFormat::AutoSi};

        Self::new(if instant.offset().fix().local_minus_utc() % 60 == 0 {
            instant.to_rfc3339_opts(AutoSi, true)
        } else {
            instant.to_utc().to_rfc3339_opts(AutoSi, true)
        })
    }
}

#[cfg(feature = "chrono")]
#[cfg_attr(docsrs, doc(cfg(feature = "chrono")))]
impl TryFrom<&Timestamp> for chrono::DateTime<chrono::FixedOffset> {
    type Error = TimestampError<chrono::ParseError>;

    fn try_from(text: &Timestamp) -> Result<Self, Self::Error> {
        text.to_chrono()
    }
}

#[cfg(feature = "chrono")]
#[cfg_attr(docsrs, doc(cfg(feature = "chrono")))]
impl TryFrom<&Timestamp> for chrono::DateTime<chrono::Utc> {
    type Error = TimestampError<chrono::ParseError>;

    fn try_from(text: &Timestamp) -> Result<Self, Self::Error> {
        text.to_chrono().map(|instant| instant.to_utc())
    }
}

#[cfg(feature = "time")]
#[cfg_attr(docsrs, doc(cfg(feature = "time")))]
impl Timestamp {
    /// The instant with its offset; a text without an offset is in UTC.
    ///
    /// # Errors
    ///
    /// The text is not a valid timestamp.
    pub fn to_time(&self) -> Result<time::OffsetDateTime, TimestampError<time::error::Parse>> {
        let parse = |text: &str| {
            let format = &time::format_description::well_known::Rfc3339;
            time::OffsetDateTime::parse(text, format)
        };
        self.read(parse, |text| parse(&alloc::format!("{text}Z")))
    }
}

#[cfg(feature = "time")]
#[cfg_attr(docsrs, doc(cfg(feature = "time")))]
impl TryFrom<&Timestamp> for time::OffsetDateTime {
    type Error = TimestampError<time::error::Parse>;

    fn try_from(text: &Timestamp) -> Result<Self, Self::Error> {
        text.to_time()
    }
}

#[cfg(feature = "time")]
#[cfg_attr(docsrs, doc(cfg(feature = "time")))]
impl TryFrom<time::OffsetDateTime> for Timestamp {
    type Error = time::error::Format;

    /// The instant with its offset. A year beyond 9999, and an offset with seconds, can't be written.
    fn try_from(instant: time::OffsetDateTime) -> Result<Self, Self::Error> {
        instant
            .format(&time::format_description::well_known::Rfc3339)
            .map(Self::new)
    }
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::ToString};
    use core::fmt::Display;

    use super::TimestampError;
    use crate::Timestamp;

    /// The two forms of today's servers, the one of older ones, others with another offset or a space, and what none
    /// of them is; with the microseconds since 1970 that each means.
    const FORMS: [(&str, Option<i64>); 16] = [
        ("2026-11-21T09:23:20.892391Z", Some(1_795_253_000_892_391)),
        ("2026-11-21T09:23:20+00:00", Some(1_795_253_000_000_000)),
        ("2026-11-21T09:23:20.892391", Some(1_795_253_000_892_391)),
        ("2026-11-21T11:23:20+02:00", Some(1_795_253_000_000_000)),
        ("2019-12-27T18:11:19.117Z", Some(1_577_470_279_117_000)),
        ("2026-11-21T09:23:20", Some(1_795_253_000_000_000)),
        ("2026-11-21T04:23:20-05:00", Some(1_795_253_000_000_000)),
        ("2026-11-21 11:23:20+02:00", Some(1_795_253_000_000_000)),
        ("2026-11-21 09:23:20.892391", Some(1_795_253_000_892_391)),
        ("2026-11-21  09:23:20Z", None),
        (" 2026-11-21T09:23:20Z", None),
        ("date", None),
        ("", None),
        ("2026-13-21T09:23:20", None),
        ("2026-11-21T09:23:61Z", None),
        ("2026-11-21T09:23:20 sharp", None),
    ];

    fn check(micros: impl Fn(&Timestamp) -> Option<i128>) {
        for (text, expected) in FORMS {
            let found = micros(&Timestamp::new(text));
            assert_eq!(found, expected.map(i128::from), "{text}");
        }
    }

    #[cfg(feature = "jiff")]
    #[test]
    fn jiff_reads_all_forms() {
        check(|text| Some(text.to_jiff().ok()?.as_microsecond().into()));
    }

    #[cfg(feature = "chrono")]
    #[test]
    fn chrono_reads_all_forms() {
        check(|text| Some(text.to_chrono().ok()?.timestamp_micros().into()));
    }

    #[cfg(feature = "time")]
    #[test]
    fn time_reads_all_forms() {
        check(|text| Some(text.to_time().ok()?.unix_timestamp_nanos() / 1000));
    }

    /// What each crate writes is one of the forms of today's servers, and means the same instant.
    const WRITTEN: [&str; 2] = ["2026-11-21T09:23:20.892391Z", "2026-11-21T09:23:20Z"];

    /// An error names the text, and what the other crate says of it.
    fn assert_reads_well<E: Display>(error: TimestampError<E>, text: &str, part: &str) {
        let whole = error.to_string();
        let source = error.into_source().to_string();
        assert_eq!(
            whole,
            format!("{text:?} is not a valid timestamp: {source}")
        );
        assert!(source.contains(part), "{source}");
    }

    #[cfg(feature = "jiff")]
    #[test]
    fn jiff_goes_both_ways() {
        for text in WRITTEN {
            let instant = Timestamp::new(text).to_jiff().expect(text);
            assert_eq!(Timestamp::from(instant), text);
            let same: jiff::Timestamp = (&Timestamp::new(text)).try_into().expect(text);
            assert_eq!(same, instant);
        }
        let error = Timestamp::new("2026-13-01T00:00:00")
            .to_jiff()
            .expect_err("month 13");
        assert_reads_well(error, "2026-13-01T00:00:00", "month");
    }

    #[cfg(feature = "chrono")]
    #[test]
    fn chrono_goes_both_ways() {
        for text in [WRITTEN[0], WRITTEN[1], "2026-11-21T11:23:20+02:00"] {
            let instant = Timestamp::new(text).to_chrono().expect(text);
            assert_eq!(Timestamp::from(instant), text);
            let same: chrono::DateTime<chrono::Utc> =
                (&Timestamp::new(text)).try_into().expect(text);
            assert_eq!(same, instant);
            let same: chrono::DateTime<chrono::FixedOffset> =
                (&Timestamp::new(text)).try_into().expect(text);
            assert_eq!(same.offset(), instant.offset());
        }
        // The text has no seconds of an offset.
        let odd = chrono::FixedOffset::east_opt(3601).expect("a little over an hour");
        let instant = chrono::DateTime::UNIX_EPOCH.with_timezone(&odd);
        assert_eq!(Timestamp::from(instant), "1970-01-01T00:00:00Z");
        let naive = Timestamp::new("2026-11-21T09:23:20.892391");
        assert_eq!(
            Timestamp::from(naive.to_chrono().expect("naive")),
            WRITTEN[0]
        );
        let error = Timestamp::new("2026-13-01T00:00:00")
            .to_chrono()
            .expect_err("month 13");
        assert_reads_well(error, "2026-13-01T00:00:00", "out of range");
    }

    #[cfg(feature = "time")]
    #[test]
    fn time_goes_both_ways() {
        for text in [WRITTEN[0], WRITTEN[1], "2026-11-21T11:23:20+02:00"] {
            let instant = Timestamp::new(text).to_time().expect(text);
            assert_eq!(Timestamp::try_from(instant).expect(text), text);
            let same: time::OffsetDateTime = (&Timestamp::new(text)).try_into().expect(text);
            assert_eq!(same, instant);
        }
        let error = Timestamp::new("2026-13-01T00:00:00")
            .to_time()
            .expect_err("month 13");
        assert_reads_well(error, "2026-13-01T00:00:00", "month");
    }

    #[cfg(feature = "jiff")]
    #[test]
    fn an_error_cuts_a_long_text_short() {
        let text = "é".repeat(1000);
        let error = Timestamp::new(&*text).to_jiff().expect_err("no instant");
        assert_eq!(error.text(), text);
        let start = format!("\"{}\"… is not a valid timestamp: ", "é".repeat(40));
        assert!(error.to_string().starts_with(&start), "{error}");
    }
}
