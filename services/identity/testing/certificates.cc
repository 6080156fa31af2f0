#include "services/identity/testing/certificates.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <cassert>
#include <cstdint>
#include <memory>

#include "absl/strings/str_cat.h"

namespace throughgate::identity {
namespace {

constexpr long kVersion3 = 2;
constexpr long kSecondsValid = 3600;

std::string PemOf(x509_st& certificate) {
  const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), BIO_free);
  PEM_write_bio_X509(out.get(), &certificate);
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(out.get(), &bytes);
  return {bytes, static_cast<std::size_t>(size)};
}

// No two authorities have one name: who signed a certificate is looked up by the name.
void SetNumberAndName(x509_st& certificate) {
  std::uint32_t number = 0;
  RAND_bytes(reinterpret_cast<unsigned char*>(&number), sizeof(number));
  ASN1_INTEGER_set_uint64(X509_get_serialNumber(&certificate), number);
  const std::string name = absl::StrCat("Invented ", number);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(&certificate), "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
}

void Extend(x509_st& certificate, int extension, const std::string& value) {
  X509_EXTENSION* made = X509V3_EXT_conf_nid(nullptr, nullptr, extension, value.c_str());
  assert(made != nullptr);
  X509_add_ext(&certificate, made, -1);
  X509_EXTENSION_free(made);
}

// Of `key`, valid from a minute ago; not signed yet.
Certificate Begin(evp_pkey_st& key) {
  Certificate certificate(X509_new());
  X509_set_version(certificate.get(), kVersion3);
  SetNumberAndName(*certificate);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), kSecondsValid);
  X509_set_pubkey(certificate.get(), &key);
  return certificate;
}

void Sign(x509_st& certificate, const x509_st& issuer, evp_pkey_st& key) {
  X509_set_issuer_name(&certificate, X509_get_subject_name(&issuer));
  const int signature_size = X509_sign(&certificate, &key, EVP_sha256());
  assert(signature_size > 0);
}

}  // namespace

TestAuthority::TestAuthority() : key_(EVP_EC_gen("P-256")), certificate_(Begin(*key_)) {
  Extend(*certificate_, NID_basic_constraints, "critical,CA:TRUE");
  Extend(*certificate_, NID_key_usage, "critical,keyCertSign,cRLSign");
  Sign(*certificate_, *certificate_, *key_);
}

std::string TestAuthority::certificate() const { return PemOf(*certificate_); }

PemPair TestAuthority::Issue(const std::string& names) const {
  const EvpKey key(EVP_EC_gen("P-256"));
  const Certificate certificate = Begin(*key);
  Extend(*certificate, NID_ext_key_usage, "serverAuth,clientAuth");
  Extend(*certificate, NID_subject_alt_name, names);
  Sign(*certificate, *certificate_, *key_);
  return {WritePrivateKey(*key), PemOf(*certificate)};
}

}  // namespace throughgate::identity
