"""Papers by month: no holes between, none squeezed by a slip of the pen."""

from tuireader.library.timeline import Month, months_of, sparkline, squeezed

DAYS = (("2024-08-30", 6), ("2024-08-02", 2), ("2024-05-01", 1), ("", 3))


def test_months_between_have_no_papers_and_undated_ones_no_month() -> None:
    assert months_of(DAYS) == (
        Month("2024-05", 1),
        Month("2024-06", 0),
        Month("2024-07", 0),
        Month("2024-08", 8),
    )
    assert months_of(()) == ()


def test_months_share_cells_where_there_are_too_few() -> None:
    counts = [month.count for month in months_of(DAYS)]
    assert squeezed(counts, 10) == [1, 0, 0, 8]
    assert squeezed(counts, 3) == [1, 8]
    assert squeezed(counts, 1) == [9]
    assert squeezed([], 80) == []


def test_a_slip_of_the_pen_does_not_squeeze_the_others() -> None:
    days = (("9999-12-31", 1), ("2024-08-30", 1), ("0001-01-01", 1))
    months = months_of(days)
    assert months[-1].month == "2024-08"
    assert len(months) <= 60 * 12
    ahead = months_of((("2099-01-01", 1), *DAYS, ("2017-02-01", 1)))
    assert (ahead[0].month, ahead[-1].month) == ("2017-02", "2024-08")


def test_a_bar_is_higher_for_more_and_there_for_one() -> None:
    assert sparkline([0, 1, 50, 100]) == " ▁▄█"
