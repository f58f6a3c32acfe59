namespace Microsoft.Data.Analysis;

public partial class SingleDataFrameColumn
{
    public BooleanDataFrameColumn ElementwiseEquals(Int32DataFrameColumn column) => Compare(Comparison.Equals, column);

    public BooleanDataFrameColumn ElementwiseEquals(int value) => Compare(Comparison.Equals, value);

    public BooleanDataFrameColumn ElementwiseEquals(Int64DataFrameColumn column) => Compare(Comparison.Equals, column);

    public BooleanDataFrameColumn ElementwiseEquals(long value) => Compare(Comparison.Equals, value);

    public BooleanDataFrameColumn ElementwiseEquals(SingleDataFrameColumn column) => Compare(Comparison.Equals, column);

    public BooleanDataFrameColumn ElementwiseEquals(float value) => Compare(Comparison.Equals, value);

    public BooleanDataFrameColumn ElementwiseEquals(DoubleDataFrameColumn column) => Compare(Comparison.Equals, column);

    public BooleanDataFrameColumn ElementwiseEquals(double value) => Compare(Comparison.Equals, value);

    public BooleanDataFrameColumn ElementwiseNotEquals(Int32DataFrameColumn column) => Compare(Comparison.NotEquals, column);

    public BooleanDataFrameColumn ElementwiseNotEquals(int value) => Compare(Comparison.NotEquals, value);

    public BooleanDataFrameColumn ElementwiseNotEquals(Int64DataFrameColumn column) => Compare(Comparison.NotEquals, column);

    public BooleanDataFrameColumn ElementwiseNotEquals(long value) => Compare(Comparison.NotEquals, value);

    public BooleanDataFrameColumn ElementwiseNotEquals(SingleDataFrameColumn column) => Compare(Comparison.NotEquals, column);

    public BooleanDataFrameColumn ElementwiseNotEquals(float value) => Compare(Comparison.NotEquals, value);

    public BooleanDataFrameColumn ElementwiseNotEquals(DoubleDataFrameColumn column) => Compare(Comparison.NotEquals, column);

    public BooleanDataFrameColumn ElementwiseNotEquals(double value) => Compare(Comparison.NotEquals, value);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(Int32DataFrameColumn column) => Compare(Comparison.GreaterThanOrEqual, column);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(int value) => Compare(Comparison.GreaterThanOrEqual, value);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(Int64DataFrameColumn column) => Compare(Comparison.GreaterThanOrEqual, column);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(long value) => Compare(Comparison.GreaterThanOrEqual, value);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(SingleDataFrameColumn column) => Compare(Comparison.GreaterThanOrEqual, column);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(float value) => Compare(Comparison.GreaterThanOrEqual, value);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(DoubleDataFrameColumn column) => Compare(Comparison.GreaterThanOrEqual, column);

    public BooleanDataFrameColumn ElementwiseGreaterThanOrEqual(double value) => Compare(Comparison.GreaterThanOrEqual, value);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(Int32DataFrameColumn column) => Compare(Comparison.LessThanOrEqual, column);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(int value) => Compare(Comparison.LessThanOrEqual, value);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(Int64DataFrameColumn column) => Compare(Comparison.LessThanOrEqual, column);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(long value) => Compare(Comparison.LessThanOrEqual, value);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(SingleDataFrameColumn column) => Compare(Comparison.LessThanOrEqual, column);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(float value) => Compare(Comparison.LessThanOrEqual, value);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(DoubleDataFrameColumn column) => Compare(Comparison.LessThanOrEqual, column);

    public BooleanDataFrameColumn ElementwiseLessThanOrEqual(double value) => Compare(Comparison.LessThanOrEqual, value);

    public BooleanDataFrameColumn ElementwiseGreaterThan(Int32DataFrameColumn column) => Compare(Comparison.GreaterThan, column);

    public BooleanDataFrameColumn ElementwiseGreaterThan(int value) => Compare(Comparison.GreaterThan, value);

    public BooleanDataFrameColumn ElementwiseGreaterThan(Int64DataFrameColumn column) => Compare(Comparison.GreaterThan, column);

    public BooleanDataFrameColumn ElementwiseGreaterThan(long value) => Compare(Comparison.GreaterThan, value);

    public BooleanDataFrameColumn ElementwiseGreaterThan(SingleDataFrameColumn column) => Compare(Comparison.GreaterThan, column);

    public BooleanDataFrameColumn ElementwiseGreaterThan(float value) => Compare(Comparison.GreaterThan, value);

    public BooleanDataFrameColumn ElementwiseGreaterThan(DoubleDataFrameColumn column) => Compare(Comparison.GreaterThan, column);

    public BooleanDataFrameColumn ElementwiseGreaterThan(double value) => Compare(Comparison.GreaterThan, value);

    public BooleanDataFrameColumn ElementwiseLessThan(Int32DataFrameColumn column) => Compare(Comparison.LessThan, column);

    public BooleanDataFrameColumn ElementwiseLessThan(int value) => Compare(Comparison.LessThan, value);

    public BooleanDataFrameColumn ElementwiseLessThan(Int64DataFrameColumn column) => Compare(Comparison.LessThan, column);

    public BooleanDataFrameColumn ElementwiseLessThan(long value) => Compare(Comparison.LessThan, value);

    public BooleanDataFrameColumn ElementwiseLessThan(SingleDataFrameColumn column) => Compare(Comparison.LessThan, column);

    public BooleanDataFrameColumn ElementwiseLessThan(float value) => Compare(Comparison.LessThan, value);

    public BooleanDataFrameColumn ElementwiseLessThan(DoubleDataFrameColumn column) => Compare(Comparison.LessThan, column);

    public BooleanDataFrameColumn ElementwiseLessThan(double value) => Compare(Comparison.LessThan, value);
}
