#include "strata-json-file-private.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "strata-digest-private.h"
#include "strata-locator.h"

/* A course is untrusted: bounds for what one file may ask of us. */
#define MAX_BYTES (8 * 1024 * 1024)
#define MAX_DEPTH 32

/* The absolute path of @name, NULL if it does not exist; @outside says whether
 * it leaves the folder, by dots or by a symbolic link. */
char *
_strata_load_resolve (StrataLoad *load,
                      const char *name,
                      gboolean   *outside)
{
  g_autofree char *path = g_build_filename (load->folder, name, NULL);
  g_autofree char *plain = g_canonicalize_filename (path, NULL);
  char *real = realpath (path, NULL);
  const char *tested = real != NULL ? real : plain;
  gsize length = strlen (load->folder);
  char *result;

  *outside = g_path_is_absolute (name) || strncmp (tested, load->folder, length) != 0
             || (tested[length] != G_DIR_SEPARATOR && tested[length] != '\0');
  result = g_strdup (real);
  free (real);
  return result;
}

static void
file_fault (StrataLoad      *load,
            const char      *name,
            StrataFaultCode  code,
            const char      *argument)
{
  g_ptr_array_add (load->faults, strata_fault_new (code, name, 0, 0, NULL, argument, NULL));
}

/* Whatever is in the file at @path; not mapped, for it may shrink meanwhile. */
static char *
read_bytes (StrataLoad *load,
            const char *name,
            const char *path,
            gsize      *length)
{
  g_autoptr (GError) error = NULL;
  GStatBuf info;
  char *bytes = NULL;

  if (g_stat (path, &info) == 0 && info.st_size > MAX_BYTES)
    file_fault (load, name, STRATA_FAULT_TOO_LARGE, "more than 8 MiB");
  else if (!g_file_get_contents (path, &bytes, length, &error))
    file_fault (load, name, STRATA_FAULT_UNREADABLE, error->message);
  return bytes;
}

/* The text of a file of the course; NULL with a fault if it is not to be had. */
char *
_strata_load_read (StrataLoad *load,
                   const char *name,
                   gsize      *length)
{
  gboolean outside;
  g_autofree char *path = _strata_load_resolve (load, name, &outside);
  g_autofree char *text = NULL;
  const char *bad;

  if (outside)
    file_fault (load, name, STRATA_FAULT_OUTSIDE, name);
  else if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    file_fault (load, name, STRATA_FAULT_UNREADABLE, "no such file");
  else
    text = read_bytes (load, name, path, length);
  if (text != NULL && !g_utf8_validate (text, *length, &bad))
    {
      guint line, column;

      strata_position (text, *length, bad - text, &line, &column);
      g_ptr_array_add (load->faults, strata_fault_new (STRATA_FAULT_ENCODING, name, line, column,
                                                       NULL, NULL, NULL));
      return NULL;
    }
  if (text != NULL && load->checksum != NULL)
    _strata_checksum_add (load->checksum, name, text, *length);
  return g_steal_pointer (&text);
}

static void
syntax_fault (StrataJsonFile         *self,
              gsize                   offset,
              enum json_tokener_error error)
{
  guint line, column;

  strata_position (self->text, self->length, offset, &line, &column);
  g_ptr_array_add (self->load->faults,
                   strata_fault_new (STRATA_FAULT_SYNTAX, self->name, line, column, NULL,
                                     json_tokener_error_desc (error), NULL));
}

/* Reads a text with its final zero; NULL, and where and why, if it cannot. */
static struct json_object *
parse_text (const char              *text,
            gsize                    length,
            int                      flags,
            gsize                   *end,
            enum json_tokener_error *error)
{
  struct json_tokener *tokener = json_tokener_new_ex (MAX_DEPTH);
  struct json_object *root;

  json_tokener_set_flags (tokener, flags);
  root = json_tokener_parse_ex (tokener, text, (int) length + 1);
  *error = json_tokener_get_error (tokener);
  *end = json_tokener_get_parse_end (tokener);
  json_tokener_free (tokener);
  if (*error != json_tokener_success)
    g_clear_pointer (&root, json_object_put);
  return root;
}

/* json-c 0.18 takes every byte beyond ASCII for a control character when it is
 * strict. */
static gboolean
strict_refuses_utf8 (void)
{
  static const char text[] = "\"\303\251\"";
  enum json_tokener_error error;
  gsize end;
  struct json_object *root = parse_text (text, strlen (text), JSON_TOKENER_STRICT, &end, &error);

  json_object_put (root);
  return error != json_tokener_success;
}

static gboolean
parse (StrataJsonFile *self)
{
  enum json_tokener_error error;
  gsize end;

  if (strict_refuses_utf8 ())
    {
      /* The rules are held up on a copy without such bytes. */
      g_autofree char *ascii = g_memdup2 (self->text, self->length + 1);

      for (gsize i = 0; i < self->length; i++)
        ascii[i] = ascii[i] & 0x80 ? 'x' : ascii[i];
      self->root = parse_text (ascii, self->length, JSON_TOKENER_STRICT, &end, &error);
      if (self->root != NULL)
        {
          json_object_put (self->root);
          self->root = parse_text (self->text, self->length, 0, &end, &error);
        }
    }
  else
    self->root = parse_text (self->text, self->length, JSON_TOKENER_STRICT, &end, &error);
  if (error != json_tokener_success)
    syntax_fault (self, end, error);
  return error == json_tokener_success;
}

/* Opens and parses a file that holds one object; NULL with a fault. */
StrataJsonFile *
_strata_json_file_open (StrataLoad *load,
                        const char *name)
{
  g_autoptr (StrataJsonFile) self = NULL;
  gsize length;
  char *text = _strata_load_read (load, name, &length);

  if (text == NULL)
    return NULL;
  self = g_new0 (StrataJsonFile, 1);
  self->load = load;
  self->name = g_strdup (name);
  self->text = text;
  self->length = length;
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!parse (self) || !_strata_json_file_is (self, self->root, json_type_object, "", name))
    return NULL;
  return g_steal_pointer (&self);
}

void
_strata_json_file_free (StrataJsonFile *self)
{
  g_clear_pointer (&self->root, json_object_put);
  g_clear_pointer (&self->places, g_array_unref);
  g_free (self->text);
  g_free (self->name);
  g_free (self);
}

void
_strata_json_file_fault (StrataJsonFile  *self,
                         StrataFaultCode  code,
                         const char      *pointer,
                         const char      *argument,
                         const char      *argument2)
{
  gsize offset = strata_locate (self->text, self->length, pointer);
  guint line, column;

  strata_position (self->text, self->length, offset, &line, &column);
  g_ptr_array_add (self->load->faults, strata_fault_new (code, self->name, line, column, pointer,
                                                         argument, argument2));
}

static const char *
type_name (enum json_type type)
{
  switch (type)
    {
    case json_type_object:
      return "an object";
    case json_type_array:
      return "a list";
    case json_type_string:
      return "a text in quotes";
    case json_type_boolean:
      return "true or false";
    case json_type_int:
      return "a whole number";
    case json_type_double:
      return "a number";
    case json_type_null:
    default:
      return "null";
    }
}

/* Whether @value is of @type; a fault if not.  A whole number is a number. */
gboolean
_strata_json_file_is (StrataJsonFile     *self,
                      struct json_object *value,
                      enum json_type      type,
                      const char         *pointer,
                      const char         *name)
{
  if (json_object_is_type (value, type)
      || (type == json_type_double && json_object_is_type (value, json_type_int)))
    return TRUE;
  _strata_json_file_fault (self, STRATA_FAULT_WRONG_TYPE, pointer, name, type_name (type));
  return FALSE;
}

struct json_object *
_strata_json_file_field (StrataJsonFile     *self,
                         struct json_object *object,
                         const char         *pointer,
                         const char         *name,
                         enum json_type      type,
                         gboolean            required)
{
  struct json_object *value = NULL;
  g_autofree char *inner = NULL;

  if (!json_object_object_get_ex (object, name, &value))
    {
      if (required)
        _strata_json_file_fault (self, STRATA_FAULT_MISSING_FIELD, pointer, name, NULL);
      return NULL;
    }
  inner = g_strconcat (pointer, "/", name, NULL);
  return _strata_json_file_is (self, value, type, inner, name) ? value : NULL;
}

const char *
_strata_json_file_id (StrataJsonFile     *self,
                      struct json_object *object,
                      const char         *pointer,
                      const char         *name,
                      gboolean            required)
{
  struct json_object *value =
      _strata_json_file_field (self, object, pointer, name, json_type_string, required);
  const char *id = value != NULL ? json_object_get_string (value) : NULL;
  g_autofree char *inner = NULL;

  if (id == NULL
      || (*id != '\0' && strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (id)))
    return id;
  inner = g_strconcat (pointer, "/", name, NULL);
  _strata_json_file_fault (self, STRATA_FAULT_BAD_ID, inner, id, NULL);
  return NULL;
}

static gboolean
is_declared (StrataLoad *load,
             const char *language)
{
  /* Where the list itself is at fault, that is fault enough. */
  return load->languages->len == 0
         || g_ptr_array_find_with_equal_func (load->languages, language, g_str_equal, NULL);
}

static StrataText *
language_map (StrataJsonFile     *self,
              struct json_object *value,
              const char         *pointer,
              const char         *name)
{
  StrataText *text = strata_text_new ();
  gboolean good = TRUE;

  json_object_object_foreach (value, language, string)
    {
      g_autofree char *inner = g_strconcat (pointer, "/", language, NULL);

      if (!is_declared (self->load, language))
        {
          _strata_json_file_fault (self, STRATA_FAULT_UNKNOWN_FIELD, inner, language, NULL);
          good = FALSE;
        }
      else if (!_strata_json_file_is (self, string, json_type_string, inner, language))
        good = FALSE;
      else
        strata_text_add (text, language, json_object_get_string (string));
    }
  for (guint i = 0; good && i < self->load->languages->len; i++)
    {
      const char *const wanted[] = { g_ptr_array_index (self->load->languages, i), NULL };

      if (!strata_text_has_language (text, wanted[0]) || *strata_text_get (text, wanted) == '\0')
        _strata_json_file_fault (self, STRATA_FAULT_MISSING_LANGUAGE, pointer, name, wanted[0]);
    }
  return text;
}

/* A text: a string, or a map that has every language of the course. */
StrataText *
_strata_json_file_text (StrataJsonFile     *self,
                        struct json_object *value,
                        const char         *pointer,
                        const char         *name)
{
  if (json_object_is_type (value, json_type_string))
    return strata_text_new_plain (json_object_get_string (value));
  if (json_object_is_type (value, json_type_object))
    return language_map (self, value, pointer, name);
  _strata_json_file_fault (self, STRATA_FAULT_WRONG_TYPE, pointer, name,
                           "a text, or a text for each language");
  return NULL;
}

StrataText *
_strata_json_file_text_field (StrataJsonFile     *self,
                              struct json_object *object,
                              const char         *pointer,
                              const char         *name,
                              gboolean            required)
{
  struct json_object *value = NULL;
  g_autofree char *inner = g_strconcat (pointer, "/", name, NULL);

  if (json_object_object_get_ex (object, name, &value))
    return _strata_json_file_text (self, value, inner, name);
  if (required)
    _strata_json_file_fault (self, STRATA_FAULT_MISSING_FIELD, pointer, name, NULL);
  return NULL;
}

/* Whatever is not among @names is most likely a slip of the keys. */
void
_strata_json_file_only (StrataJsonFile     *self,
                        struct json_object *object,
                        const char         *pointer,
                        const char *const  *names)
{
  json_object_object_foreach (object, key, value)
    {
      g_autofree char *inner = g_strconcat (pointer, "/", key, NULL);

      (void) value;
      if (!g_strv_contains (names, key))
        _strata_json_file_fault (self, STRATA_FAULT_UNKNOWN_FIELD, inner, key, NULL);
    }
}
