package dev.musterpoint.bench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * On a class of tests that drive a cluster for minutes: it is run where all tests are asked for, as {@code .ci/run} and the soak
 * do, and not by who builds many times a day.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@EnabledIfSystemProperty(
        named = "muster.tests",
        matches = "all",
        disabledReason = "drives a cluster for minutes: 'make test TESTS=all' runs it")
public @interface InAllTests {}
