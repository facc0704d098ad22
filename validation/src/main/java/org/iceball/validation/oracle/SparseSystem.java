package org.iceball.validation.oracle;

import org.ejml.data.DMatrixSparseCSC;
import org.ejml.sparse.csc.mult.MatrixVectorMult_DSCC;

/**
 * A sparse linear system, solved by BiCGSTAB (van der Vorst, SIAM J. Sci. Stat. Comput. 13 (1992)
 * 631) with the diagonal as preconditioner. The systems of an implicit step are dominated by their
 * diagonal, so a few iterations do.
 */
final class SparseSystem {
  /** Part of the right-hand side that may be left over [1]: Newton's method asks again. */
  private static final double TOLERANCE = 1e-6;

  private static final int MOST_ITERATIONS = 500;

  private final DMatrixSparseCSC matrix;
  private final double[] diagonal;

  SparseSystem(DMatrixSparseCSC matrix) {
    this.matrix = matrix;
    diagonal = new double[matrix.numRows];
    for (int c = 0; c < diagonal.length; c++) {
      diagonal[c] = matrix.get(c, c);
    }
  }

  /** The x with A x = b, nearly; a new array. */
  double[] solve(double[] b) {
    int n = b.length;
    double[] x = new double[n];
    double[] r = b.clone();
    double[] shadow = b.clone();
    double[] p = new double[n];
    double[] v = new double[n];
    double[] s = new double[n];
    double[] t = new double[n];
    double wanted = TOLERANCE * TOLERANCE * dot(b, b);
    double rho = 1;
    double alpha = 1;
    double omega = 1;
    for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      if (dot(r, r) <= wanted) {
        return x;
      }
      double next = dot(shadow, r);
      double beta = next / rho * alpha / omega;
      rho = next;
      for (int i = 0; i < n; i++) {
        p[i] = r[i] + beta * (p[i] - omega * v[i]);
      }
      double[] preconditioned = scaled(p);
      multiply(preconditioned, v);
      alpha = rho / dot(shadow, v);
      for (int i = 0; i < n; i++) {
        s[i] = r[i] - alpha * v[i];
      }
      double[] corrected = scaled(s);
      multiply(corrected, t);
      double length = dot(t, t);
      omega = length > 0 ? dot(t, s) / length : 0;
      for (int i = 0; i < n; i++) {
        x[i] += alpha * preconditioned[i] + omega * corrected[i];
        r[i] = s[i] - omega * t[i];
      }
    }
    throw new IllegalStateException("BiCGSTAB did not converge");
  }

  private double[] scaled(double[] a) {
    double[] result = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      result[i] = a[i] / diagonal[i];
    }
    return result;
  }

  private void multiply(double[] a, double[] into) {
    MatrixVectorMult_DSCC.mult(matrix, a, 0, into, 0);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
