//! Counts per span of the calendar, shown as columns where single marks would cover each other.

use super::Axis;
use crate::model::PartialDate;

/// The span of the calendar of a column.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Unit {
    /// A month.
    Month,
    /// January to March, and so on.
    Quarter,
    /// A year.
    Year,
}

/// The count of a span. Spans without entries have no column.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Column {
    /// Its first day, counted from the first of the axis.
    pub first_day: i32,
    /// How many days it has.
    pub n_days: i32,
    /// Its count; at least 1.
    pub n: usize,
}

impl Column {
    /// The day in its middle, counted from the first of the axis.
    pub fn middle(&self) -> i32 {
        self.first_day + self.n_days / 2
    }
}

/// How many marks remain distinct in one window.
const N_MARKS: i32 = 60;
/// How many columns remain distinct in one window.
const N_COLUMNS: i32 = 150;
/// Width of a year's name, in px.
const YEAR_PX: i32 = 40;

impl Unit {
    fn n_months(self) -> u8 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }
}

impl Axis {
    /// How many days it has.
    pub fn n_days(&self) -> i32 {
        self.end_day - self.first_day
    }

    /// Whether marks would overlap at `scale` percent of the window's width, so that columns are better.
    pub fn is_dense(&self, scale: i32) -> bool {
        whole(self.marks.len()).saturating_mul(100) > N_MARKS.saturating_mul(scale)
    }

    /// The shortest span whose columns remain distinct at this scale.
    pub fn unit(&self, scale: i32) -> Unit {
        let n_months = whole(self.ticks.len()).saturating_mul(12);
        let fits = |unit: &Unit| {
            n_months / i32::from(unit.n_months()) * 100 <= N_COLUMNS.saturating_mul(scale)
        };
        [Unit::Month, Unit::Quarter].into_iter().find(fits).unwrap_or(Unit::Year)
    }

    /// Sums up `counts`, each at its position, in columns. Leaves out positions outside of the axis.
    pub fn columns(&self, unit: Unit, counts: &[(f64, usize)]) -> Vec<Column> {
        let months = (1..=12).step_by(usize::from(unit.n_months()));
        let starts = self.ticks.iter().flat_map(|tick| {
            months.clone().filter_map(|month| PartialDate::from_month(tick.year, month).ok())
        });
        let mut starts: Vec<i32> =
            starts.map(|date| date.first_day_number() - self.first_day).collect();
        starts.push(self.n_days());
        let column = |(first_day, end): (&i32, &i32)| {
            let column = Column { first_day: *first_day, n_days: end - first_day, n: 0 };
            let here = counts.iter().filter(|(x, _)| self.is_within(*x, &column));
            let n = here.map(|(_, n)| n).sum();
            (n > 0).then_some(Column { n, ..column })
        };
        starts.iter().zip(starts.iter().skip(1)).filter_map(column).collect()
    }

    /// Whether a position is in the span of a column.
    pub fn is_within(&self, x: f64, column: &Column) -> bool {
        let (from, to) = (column.first_day, column.first_day + column.n_days);
        (self.x_of_day(from)..self.x_of_day(to)).contains(&x)
    }

    /// The step between years whose names fit side by side on `axis_px`: years that it divides get a name. Each step
    /// divides the next, so that more room only adds names.
    pub fn year_step(&self, axis_px: i32) -> u16 {
        let n_years = whole(self.ticks.len());
        let has_room = |step: &u16| {
            i32::from(*step).saturating_mul(axis_px) >= n_years.saturating_mul(YEAR_PX)
        };
        [1, 5, 10, 50, 100].into_iter().find(has_room).unwrap_or(1000)
    }

    fn x_of_day(&self, day: i32) -> f64 {
        f64::from(day) / f64::from(self.n_days().max(1))
    }
}

fn whole(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
