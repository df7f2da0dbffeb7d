#define _GNU_SOURCE /* asprintf */

#include "files.h"
#include "messages.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The one name of what would be opened or made under this name, past links,
   "." and "..": to be freed. NULL: errno tells why there is none. */
static char *real_path(const char *name)
{
    char *path = realpath(name, NULL), *folder = NULL, *real = NULL;
    if (path != NULL || errno != ENOENT)
        return path;
    const char *slash = strrchr(name, '/');
    const int last = slash == NULL ? 0 : (int)(slash + 1 - name);
    if (asprintf(&folder, "%.*s.", last, name) >= 0)
        real = realpath(folder, NULL);
    if (real == NULL || asprintf(&path, "%s/%s", real, name + last) < 0)
        path = NULL;
    free(folder);
    free(real);
    return path;
}

bool output_open(output_file *file, const char *name)
{
    *file = (output_file){.name = name};
    if (name == NULL)
        return true;
    int fd = -1;
    struct stat at, standard;
    const bool exists = stat(name, &at) == 0;
    const mode_t mask = umask(0);
    umask(mask);
    for (int to = STDOUT_FILENO; exists && to <= STDERR_FILENO; to++)
        if (fd < 0 && fstat(to, &standard) == 0 &&
            at.st_dev == standard.st_dev && at.st_ino == standard.st_ino)
            fd = dup(to);
    if (fd < 0 && exists && !S_ISREG(at.st_mode))
        fd = open(name, O_WRONLY);
    else if (fd < 0 && (!exists || access(name, W_OK) == 0) &&
             (file->final = real_path(name)) != NULL &&
             asprintf(&file->beside, "%s.XXXXXX", file->final) >= 0)
        fd = mkstemp(file->beside);
    if (fd >= 0 &&
        (file->beside == NULL ||
         fchmod(fd, exists ? at.st_mode & 07777 : 0666 & ~mask) == 0))
        file->stream = fdopen(fd, "w");
    if (file->stream != NULL)
        return true;
    complain("%s: %s", name, strerror(errno));
    output_abandon(file);
    return false;
}

bool output_commit(output_file *file)
{
    if (file->stream == NULL)
        return true;
    errno = 0; /* a write that failed long ago leaves none */
    const bool whole =
        fflush(file->stream) == 0 && !ferror(file->stream) &&
        close(dup(fileno(file->stream))) == 0 && /* a disk afar is full */
        (file->beside == NULL || rename(file->beside, file->final) == 0);
    if (!whole)
        complain("%s: %s", file->name, strerror(errno ? errno : EIO));
    output_abandon(file);
    return whole;
}

void output_abandon(output_file *file)
{
    if (file->stream != NULL)
        fclose(file->stream);
    if (file->beside != NULL)
        unlink(file->beside);
    free(file->final);
    free(file->beside);
    *file = (output_file){.name = file->name};
}

/* True if both names lead to one file, there or to be made, that is no
   device or pipe. */
static bool is_same_file(const char *name, const char *other)
{
    struct stat at, there;
    if (name == NULL || other == NULL)
        return false;
    if (stat(name, &at) == 0 && stat(other, &there) == 0)
        return S_ISREG(at.st_mode) && at.st_dev == there.st_dev &&
               at.st_ino == there.st_ino;
    char *path = real_path(name), *path_other = real_path(other);
    const bool same =
        path != NULL && path_other != NULL && strcmp(path, path_other) == 0;
    free(path);
    free(path_other);
    return same;
}

bool files_differ(const file_option files[], size_t n)
{
    for (const file_option *b = files; b < files + n; b++)
        for (const file_option *a = files; a < b; a++)
            if ((b->replaces == NULL ||
                 strcmp(b->replaces, a->option) != 0) &&
                is_same_file(a->name, b->name))
                return complain(
                    "--%s: expected another file than --%s, got \"%s\"",
                    b->option, a->option, b->name);
    return true;
}

bool standard_output_commit(void)
{
    return output_commit(
        &(output_file){.stream = stdout, .name = "standard output"});
}

bool standard_streams_prepare(void)
{
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    for (int fd = 0; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/", O_RDONLY) != fd)
            return false;
    return true;
}
