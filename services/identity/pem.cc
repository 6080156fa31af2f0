#include "services/identity/pem.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cstddef>

namespace throughgate::identity {
namespace {

constexpr std::size_t kCoordinateBytes = 32;  // of P-256

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;

Bio Reader(std::string_view bytes) {
  return {BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())), BIO_free};
}

// Without it, OpenSSL asks at the terminal.
int NoPassword(char* /*password*/, int /*size*/, int /*writing*/, void* /*data*/) { return -1; }

bool IsOnP256(const evp_pkey_st& key) {
  std::string group(64, '\0');
  std::size_t size = 0;
  if (EVP_PKEY_get_utf8_string_param(&key, OSSL_PKEY_PARAM_GROUP_NAME, group.data(), group.size(),
                                     &size) != 1) {
    return false;
  }
  group.resize(size);
  return group == "prime256v1";  // OpenSSL's name of it
}

std::string Coordinate(const evp_pkey_st& key, const char* name) {
  BIGNUM* number = nullptr;
  if (EVP_PKEY_get_bn_param(&key, name, &number) != 1) return {};
  std::string bytes(kCoordinateBytes, '\0');
  BN_bn2binpad(number, reinterpret_cast<unsigned char*>(bytes.data()),
               static_cast<int>(bytes.size()));
  BN_free(number);
  return bytes;
}

}  // namespace

void CertificateFree::operator()(x509_st* certificate) const { X509_free(certificate); }

EvpKey ReadPrivateKey(std::string_view pem) {
  const OpenSslErrors errors;
  return EvpKey(PEM_read_bio_PrivateKey(Reader(pem).get(), nullptr, NoPassword, nullptr));
}

std::string WritePrivateKey(evp_pkey_st& key) {
  const Bio out(BIO_new(BIO_s_mem()), BIO_free);
  PEM_write_bio_PrivateKey(out.get(), &key, nullptr, nullptr, 0, nullptr, nullptr);
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(out.get(), &bytes);
  return {bytes, static_cast<std::size_t>(size)};
}

Certificate ReadCertificate(std::string_view pem) {
  const OpenSslErrors errors;
  return Certificate(PEM_read_bio_X509(Reader(pem).get(), nullptr, NoPassword, nullptr));
}

std::pair<std::string, std::string> PointOf(const evp_pkey_st& key) {
  const OpenSslErrors errors;
  if (!IsOnP256(key)) return {};
  return {Coordinate(key, OSSL_PKEY_PARAM_EC_PUB_X), Coordinate(key, OSSL_PKEY_PARAM_EC_PUB_Y)};
}

}  // namespace throughgate::identity
