#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * StrataFaultCode:
 * @STRATA_FAULT_UNREADABLE: a file cannot be read; argument: the system's reason
 * @STRATA_FAULT_TOO_LARGE: a file, list or nesting is beyond its bound
 * @STRATA_FAULT_ENCODING: a file is not UTF-8
 * @STRATA_FAULT_SYNTAX: not JSON; argument: the parser's reason
 * @STRATA_FAULT_FORMAT: the format's number is not one that is known
 * @STRATA_FAULT_MISSING_FIELD: argument: the field
 * @STRATA_FAULT_WRONG_TYPE: arguments: the field, what is expected
 * @STRATA_FAULT_BAD_VALUE: arguments: the field, what is expected
 * @STRATA_FAULT_UNKNOWN_FIELD: argument: the field
 * @STRATA_FAULT_BAD_ID: argument: the id
 * @STRATA_FAULT_UNKNOWN_CONCEPT: argument: the id
 * @STRATA_FAULT_UNKNOWN_TABLE: argument: the id
 * @STRATA_FAULT_UNKNOWN_ROW: arguments: table and row
 * @STRATA_FAULT_UNKNOWN_CHOICE: argument: the id
 * @STRATA_FAULT_DUPLICATE_ID: argument: the id
 * @STRATA_FAULT_NO_ROOT: no concept is without a parent
 * @STRATA_FAULT_TWO_ROOTS: arguments: both ids
 * @STRATA_FAULT_CYCLE: argument: the id of a concept that is inside itself
 * @STRATA_FAULT_NO_PRIMARY: a table has no primary column, or several
 * @STRATA_FAULT_MISSING_LESSON: argument: the path
 * @STRATA_FAULT_MISSING_IMAGE: argument: the path
 * @STRATA_FAULT_MISSING_LANGUAGE: arguments: the field, the language
 * @STRATA_FAULT_OUTSIDE: a path leaves the course's folder; argument: the path
 * @STRATA_FAULT_BROKEN_LINK: argument: the target
 *
 * What is wrong with a course.
 */
typedef enum
{
  STRATA_FAULT_UNREADABLE,
  STRATA_FAULT_TOO_LARGE,
  STRATA_FAULT_ENCODING,
  STRATA_FAULT_SYNTAX,
  STRATA_FAULT_FORMAT,
  STRATA_FAULT_MISSING_FIELD,
  STRATA_FAULT_WRONG_TYPE,
  STRATA_FAULT_BAD_VALUE,
  STRATA_FAULT_UNKNOWN_FIELD,
  STRATA_FAULT_BAD_ID,
  STRATA_FAULT_UNKNOWN_CONCEPT,
  STRATA_FAULT_UNKNOWN_TABLE,
  STRATA_FAULT_UNKNOWN_ROW,
  STRATA_FAULT_UNKNOWN_CHOICE,
  STRATA_FAULT_DUPLICATE_ID,
  STRATA_FAULT_NO_ROOT,
  STRATA_FAULT_TWO_ROOTS,
  STRATA_FAULT_CYCLE,
  STRATA_FAULT_NO_PRIMARY,
  STRATA_FAULT_MISSING_LESSON,
  STRATA_FAULT_MISSING_IMAGE,
  STRATA_FAULT_MISSING_LANGUAGE,
  STRATA_FAULT_OUTSIDE,
  STRATA_FAULT_BROKEN_LINK,
  STRATA_N_FAULTS,
} StrataFaultCode;

#define STRATA_TYPE_FAULT (strata_fault_get_type ())

/**
 * StrataFault:
 *
 * One fault of a course: what is wrong, and where. Core words it in English
 * for logs and the command line; the app words it in the reader's language
 * from code and arguments.
 */
G_DECLARE_FINAL_TYPE (StrataFault, strata_fault, STRATA, FAULT, GObject)

StrataFault     *strata_fault_new          (StrataFaultCode  code,
                                            const char      *file,
                                            guint            line,
                                            guint            column,
                                            const char      *pointer,
                                            const char      *argument,
                                            const char      *argument2);
StrataFaultCode  strata_fault_get_code     (StrataFault     *self);
const char      *strata_fault_get_file     (StrataFault     *self);
guint            strata_fault_get_line     (StrataFault     *self);
guint            strata_fault_get_column   (StrataFault     *self);
const char      *strata_fault_get_pointer  (StrataFault     *self);
const char      *strata_fault_get_argument (StrataFault     *self,
                                            guint            position);
char            *strata_fault_to_string    (StrataFault     *self);

G_END_DECLS
