#include "strata-fault.h"

struct _StrataFault
{
  GObject          parent_instance;

  StrataFaultCode  code;
  char            *file;
  guint            line;
  guint            column;
  char            *pointer;
  char            *arguments[2];
};

G_DEFINE_FINAL_TYPE (StrataFault, strata_fault, G_TYPE_OBJECT)

static const char *const wordings[STRATA_N_FAULTS] = {
  [STRATA_FAULT_UNREADABLE] = "cannot be read: %s",
  [STRATA_FAULT_TOO_LARGE] = "too large: %s",
  [STRATA_FAULT_ENCODING] = "not UTF-8 text",
  [STRATA_FAULT_SYNTAX] = "not valid JSON: %s",
  [STRATA_FAULT_FORMAT] = "unknown format %s; this version reads format 1",
  [STRATA_FAULT_MISSING_FIELD] = "field “%s” is missing",
  [STRATA_FAULT_WRONG_TYPE] = "“%s” must be %s",
  [STRATA_FAULT_BAD_VALUE] = "“%s” must be %s",
  [STRATA_FAULT_UNKNOWN_FIELD] = "unknown field “%s”",
  [STRATA_FAULT_BAD_ID] = "“%s” is not an id (lower-case letters, digits, hyphens)",
  [STRATA_FAULT_UNKNOWN_CONCEPT] = "there is no concept “%s”",
  [STRATA_FAULT_UNKNOWN_TABLE] = "there is no table “%s”",
  [STRATA_FAULT_UNKNOWN_ROW] = "table “%s” has no row “%s”",
  [STRATA_FAULT_UNKNOWN_CHOICE] = "“%s” is not among the column's choices",
  [STRATA_FAULT_DUPLICATE_ID] = "the id “%s” is used twice",
  [STRATA_FAULT_NO_ROOT] = "no concept has the parent null",
  [STRATA_FAULT_TWO_ROOTS] = "two concepts have no parent: “%s” and “%s”",
  [STRATA_FAULT_CYCLE] = "the concept “%s” lies inside itself",
  [STRATA_FAULT_NO_PRIMARY] = "exactly one text column must be primary",
  [STRATA_FAULT_MISSING_LESSON] = "the lesson “%s” does not exist",
  [STRATA_FAULT_MISSING_IMAGE] = "the image “%s” does not exist",
  [STRATA_FAULT_MISSING_LANGUAGE] = "“%s” has no text in “%s”",
  [STRATA_FAULT_OUTSIDE] = "the path “%s” leaves the course's folder",
  [STRATA_FAULT_BROKEN_LINK] = "the link “%s” leads nowhere",
};

static void
strata_fault_finalize (GObject *object)
{
  StrataFault *self = STRATA_FAULT (object);

  g_free (self->file);
  g_free (self->pointer);
  g_free (self->arguments[0]);
  g_free (self->arguments[1]);

  G_OBJECT_CLASS (strata_fault_parent_class)->finalize (object);
}

static void
strata_fault_class_init (StrataFaultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = strata_fault_finalize;
}

static void
strata_fault_init (StrataFault *self)
{
}

/**
 * strata_fault_new:
 * @code: what is wrong
 * @file: path relative to the course's folder
 * @line: from 1; 0 where it concerns the file as a whole
 * @column: from 1, in characters; 0 as for @line
 * @pointer: (nullable): JSON pointer (RFC 6901) of the value
 * @argument: (nullable): see #StrataFaultCode
 * @argument2: (nullable): see #StrataFaultCode
 *
 * Returns: (transfer full): a fault
 */
StrataFault *
strata_fault_new (StrataFaultCode  code,
                  const char      *file,
                  guint            line,
                  guint            column,
                  const char      *pointer,
                  const char      *argument,
                  const char      *argument2)
{
  StrataFault *self;

  g_return_val_if_fail (code < STRATA_N_FAULTS && file != NULL, NULL);

  self = g_object_new (STRATA_TYPE_FAULT, NULL);
  self->code = code;
  self->file = g_strdup (file);
  self->line = line;
  self->column = column;
  self->pointer = g_strdup (pointer);
  self->arguments[0] = g_strdup (argument);
  self->arguments[1] = g_strdup (argument2);
  return self;
}

StrataFaultCode
strata_fault_get_code (StrataFault *self)
{
  g_return_val_if_fail (STRATA_IS_FAULT (self), STRATA_FAULT_UNREADABLE);

  return self->code;
}

const char *
strata_fault_get_file (StrataFault *self)
{
  g_return_val_if_fail (STRATA_IS_FAULT (self), NULL);

  return self->file;
}

guint
strata_fault_get_line (StrataFault *self)
{
  g_return_val_if_fail (STRATA_IS_FAULT (self), 0);

  return self->line;
}

guint
strata_fault_get_column (StrataFault *self)
{
  g_return_val_if_fail (STRATA_IS_FAULT (self), 0);

  return self->column;
}

/**
 * strata_fault_get_pointer:
 * @self: a fault
 *
 * Returns: (transfer none) (nullable): JSON pointer of the value
 */
const char *
strata_fault_get_pointer (StrataFault *self)
{
  g_return_val_if_fail (STRATA_IS_FAULT (self), NULL);

  return self->pointer;
}

/**
 * strata_fault_get_argument:
 * @self: a fault
 * @position: 0 or 1
 *
 * Returns: (transfer none): an argument of the wording, "" where there is none
 */
const char *
strata_fault_get_argument (StrataFault *self,
                           guint        position)
{
  g_return_val_if_fail (STRATA_IS_FAULT (self) && position < 2, "");

  return self->arguments[position] != NULL ? self->arguments[position] : "";
}

static void
append_wording (GString     *out,
                StrataFault *self)
{
  guint position = 0;

  for (const char *p = wordings[self->code]; *p != '\0'; p++)
    {
      if (p[0] == '%' && p[1] == 's')
        {
          g_string_append (out, strata_fault_get_argument (self, MIN (position, 1)));
          position++;
          p++;
        }
      else
        g_string_append_c (out, *p);
    }
}

/**
 * strata_fault_to_string:
 * @self: a fault
 *
 * Returns: (transfer full): `file:line:column: pointer: what is wrong`, in
 *   English; line and column are left out where there are none
 */
char *
strata_fault_to_string (StrataFault *self)
{
  GString *out;

  g_return_val_if_fail (STRATA_IS_FAULT (self), NULL);

  out = g_string_new (self->file);
  if (self->line > 0)
    g_string_append_printf (out, ":%u:%u", self->line, self->column);
  g_string_append (out, ": ");
  if (self->pointer != NULL && *self->pointer != '\0')
    g_string_append_printf (out, "%s: ", self->pointer);
  append_wording (out, self);
  return g_string_free (out, FALSE);
}
