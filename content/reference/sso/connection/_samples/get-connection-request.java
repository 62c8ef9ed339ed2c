import com.latchkey.Latchkey;

public class GetConnection {
  public static void main(String[] args) {
    var latchkey = new Latchkey(System.getenv("LATCHKEY_API_KEY"));

    var connection = latchkey.sso.getConnection("conn_01J9ZK4W7Q");

    System.out.println(connection.name + " " + connection.state);
  }
}
