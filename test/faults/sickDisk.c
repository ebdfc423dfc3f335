/*
 * A disk that is slow or fails, for one running program: loaded before libc by LD_PRELOAD, it does what
 * the control file says to calls on files below the folder in SICK_FOLDER.
 *
 * Control file, one line: `<delay of fsync in ms> <fsyncs to fail> <writes to fail> <errno>`. A count
 * goes down with each failure; -1 fails until told otherwise. A missing file is a healthy disk.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

struct orders {
  int delay_ms;
  int syncs;
  int writes;
  int error;
};

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

static int concerns(int fd) {
  const char *folder = getenv("SICK_FOLDER");
  char link[64], path[PATH_MAX];
  if (!folder) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return strncmp(path, folder, strlen(folder)) == 0 && strstr(path, ".ndjson") != NULL;
}

static struct orders read_orders(void) {
  struct orders now = {0, 0, 0, EIO};
  const char *path = getenv("SICK_CONTROL");
  FILE *file = path ? fopen(path, "r") : NULL;
  if (!file) return now;
  if (fscanf(file, "%d %d %d %d", &now.delay_ms, &now.syncs, &now.writes, &now.error) != 4)
    now = (struct orders){0, 0, 0, EIO};
  fclose(file);
  return now;
}

static void write_orders(struct orders now) {
  FILE *file = fopen(getenv("SICK_CONTROL"), "w");
  if (!file) return;
  fprintf(file, "%d %d %d %d\n", now.delay_ms, now.syncs, now.writes, now.error);
  fclose(file);
}

/* The error to give, or 0; what was ordered once is not done twice. */
static int sickness(int is_sync, int *delay_ms) {
  pthread_mutex_lock(&turn);
  struct orders now = read_orders();
  int *left = is_sync ? &now.syncs : &now.writes;
  int fails = *left != 0;
  *delay_ms = is_sync ? now.delay_ms : 0;
  if (*left > 0) {
    *left -= 1;
    write_orders(now);
  }
  pthread_mutex_unlock(&turn);
  return fails ? now.error : 0;
}

static int refused(int fd, int is_sync) {
  int delay_ms = 0;
  if (!concerns(fd)) return 0;
  int error = sickness(is_sync, &delay_ms);
  if (delay_ms > 0) {
    struct timespec wait = {delay_ms / 1000, (delay_ms % 1000) * 1000000L};
    nanosleep(&wait, NULL);
  }
  errno = error;
  return error;
}

int fdatasync(int fd) {
  static int (*real)(int);
  if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  return refused(fd, 1) ? -1 : real(fd);
}

int fsync(int fd) {
  static int (*real)(int);
  if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  return refused(fd, 1) ? -1 : real(fd);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) {
  static ssize_t (*real)(int, const void *, size_t, off64_t);
  if (!real) real = (ssize_t(*)(int, const void *, size_t, off64_t))dlsym(RTLD_NEXT, "pwrite64");
  return refused(fd, 0) ? -1 : real(fd, bytes, length, at);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) {
  static ssize_t (*real)(int, const void *, size_t, off_t);
  if (!real) real = (ssize_t(*)(int, const void *, size_t, off_t))dlsym(RTLD_NEXT, "pwrite");
  return refused(fd, 0) ? -1 : real(fd, bytes, length, at);
}

ssize_t pwritev(int fd, const struct iovec *pieces, int count, off_t at) {
  static ssize_t (*real)(int, const struct iovec *, int, off_t);
  if (!real) real = (ssize_t(*)(int, const struct iovec *, int, off_t))dlsym(RTLD_NEXT, "pwritev");
  return refused(fd, 0) ? -1 : real(fd, pieces, count, at);
}
