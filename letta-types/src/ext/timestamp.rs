//! `Timestamp` from and to the instants of other crates.
//!
//! Servers write `2026-11-21T09:23:20.892391Z` and `2026-11-21T09:23:20+00:00`; older ones also left the
//! offset out and meant UTC. All three are read, and what the text says beyond the instant is left to
//! the text.

use crate::Timestamp;

#[cfg(feature = "jiff")]
#[cfg_attr(docsrs, doc(cfg(feature = "jiff")))]
impl Timestamp {
    /// The instant; a text without an offset is in UTC.
    ///
    /// # Errors
    ///
    /// The text is no instant.
    pub fn to_jiff(&self) -> Result<jiff::Timestamp, jiff::Error> {
        self.as_str().parse().or_else(|error| {
            let naive: Result<jiff::civil::DateTime, _> = self.as_str().parse();
            match naive {
                Ok(naive) => jiff::tz::Offset::UTC.to_timestamp(naive),
                Err(_) => Err(error),
            }
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

#[cfg(feature = "chrono")]
#[cfg_attr(docsrs, doc(cfg(feature = "chrono")))]
impl Timestamp {
    /// The instant with its offset; a text without an offset is in UTC.
    ///
    /// # Errors
    ///
    /// The text is no instant.
    pub fn to_chrono(&self) -> Result<chrono::DateTime<chrono::FixedOffset>, chrono::ParseError> {
        chrono::DateTime::parse_from_rfc3339(self.as_str()).or_else(|error| {
            let naive: Result<chrono::NaiveDateTime, _> = self.as_str().parse();
            naive
                .map(|naive| naive.and_utc().fixed_offset())
                .map_err(|_| error)
        })
    }
}

#[cfg(feature = "chrono")]
#[cfg_attr(docsrs, doc(cfg(feature = "chrono")))]
impl<Tz: chrono::TimeZone> From<chrono::DateTime<Tz>> for Timestamp {
    fn from(instant: chrono::DateTime<Tz>) -> Self {
        Self::new(instant.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true))
    }
}

#[cfg(feature = "time")]
#[cfg_attr(docsrs, doc(cfg(feature = "time")))]
impl Timestamp {
    /// The instant with its offset; a text without an offset is in UTC.
    ///
    /// # Errors
    ///
    /// The text is no instant.
    pub fn to_time(&self) -> Result<time::OffsetDateTime, time::error::Parse> {
        use time::format_description::well_known::{Iso8601, Rfc3339};

        time::OffsetDateTime::parse(self.as_str(), &Rfc3339).or_else(|error| {
            time::PrimitiveDateTime::parse(self.as_str(), &Iso8601::PARSING)
                .map(time::PrimitiveDateTime::assume_utc)
                .map_err(|_| error)
        })
    }
}

#[cfg(feature = "time")]
#[cfg_attr(docsrs, doc(cfg(feature = "time")))]
impl TryFrom<time::OffsetDateTime> for Timestamp {
    type Error = time::error::Format;

    fn try_from(instant: time::OffsetDateTime) -> Result<Self, Self::Error> {
        instant
            .format(&time::format_description::well_known::Rfc3339)
            .map(Self::new)
    }
}

#[cfg(test)]
mod tests {
    use crate::Timestamp;

    /// The two forms of today's servers, the one of older ones, one with another offset, and what none
    /// of them is; with the microseconds since 1970 that each means.
    const FORMS: [(&str, Option<i64>); 7] = [
        ("2026-11-21T09:23:20.892391Z", Some(1_795_253_000_892_391)),
        ("2026-11-21T09:23:20+00:00", Some(1_795_253_000_000_000)),
        ("2026-11-21T09:23:20.892391", Some(1_795_253_000_892_391)),
        ("2026-11-21T11:23:20+02:00", Some(1_795_253_000_000_000)),
        ("2019-12-27T18:11:19.117Z", Some(1_577_470_279_117_000)),
        ("date", None),
        ("", None),
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

    #[cfg(feature = "jiff")]
    #[test]
    fn jiff_writes_what_it_reads() -> Result<(), jiff::Error> {
        let text = "2026-11-21T09:23:20.892391Z";
        assert_eq!(Timestamp::from(Timestamp::new(text).to_jiff()?), text);
        Ok(())
    }

    #[cfg(feature = "chrono")]
    #[test]
    fn chrono_writes_what_it_reads() -> Result<(), chrono::ParseError> {
        let text = "2026-11-21T09:23:20.892391Z";
        assert_eq!(Timestamp::from(Timestamp::new(text).to_chrono()?), text);
        Ok(())
    }

    #[cfg(feature = "time")]
    #[test]
    fn time_writes_what_it_reads() -> Result<(), time::Error> {
        let text = "2026-11-21T09:23:20.892391Z";
        assert_eq!(Timestamp::try_from(Timestamp::new(text).to_time()?)?, text);
        Ok(())
    }
}
