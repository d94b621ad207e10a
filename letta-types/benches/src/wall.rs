//! Wall time of one contestant, in a process of its own: on a heap that another one has used, the same code takes up
//! to a tenth more or less time, as that other one left it.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use crate::{contestants, payloads::Payload};

/// How long a contestant works in all, at least.
const WHOLE: Duration = Duration::from_millis(20);

/// How long it works between two looks at the clock, at least: short, so that some turns are undisturbed.
const TURN: Duration = Duration::from_micros(500);

/// More than any contestant needs at a time.
const MEMORY: usize = 16 << 20;

/// The nanoseconds that one pass takes, in the best turn, with all memory shifted by some bytes; `None` if the contestant can't
/// read the payload.
///
/// Where memory lies makes a difference that has nothing to do with the contestant, and without a shift it is
/// the same in each process.
#[must_use]
pub fn time(payload: &Payload, contestant: &str, shift: usize) -> Option<f64> {
    let _shift = black_box(vec![1_u8; shift]);
    // From then on glibc gives memory of less than that no more back to the system after each pass. Else one
    // contestant pays for it and another doesn't, as the heap lies.
    drop(black_box(vec![1_u8; MEMORY]));
    let contestant = contestants().find(|one| one.name == contestant)?;
    let mut work = (contestant.prepare)(payload).ok()?;
    let start = Instant::now();
    let mut best = f64::INFINITY;
    while start.elapsed() < WHOLE {
        best = best.min(turn(&mut work));
    }
    Some(best)
}

fn turn(work: &mut dyn FnMut()) -> f64 {
    let start = Instant::now();
    let mut passes = 0_u32;
    loop {
        work();
        passes += 1;
        let elapsed = start.elapsed();
        if elapsed >= TURN {
            return elapsed.as_secs_f64() * 1e9 / f64::from(passes);
        }
    }
}
